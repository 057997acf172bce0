// Yardstick (d): what it costs to start any C++ program linked dynamically.
#include <iostream>

int main() { return std::cout ? 0 : 1; }
