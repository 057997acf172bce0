#include <runready/load.hpp>

int main() { return runready::required_text_keys().empty() ? 1 : 0; }
