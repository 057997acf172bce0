// Used only where the installed Catch2 brings no `main` of its own.
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
