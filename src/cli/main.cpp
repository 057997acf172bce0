#include <cstdio>
#include <string>
#include <string_view>

#include "cli/version.hpp"

int main(int argc, char** argv) {
  if (argc == 2 && std::string_view{argv[1]} == "--version") {
    std::printf("runready %s\n", std::string{runready::version()}.c_str());
    return 0;
  }
  std::fputs("usage: runready --version\n", stderr);
  return 2;
}
