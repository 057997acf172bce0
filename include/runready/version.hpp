#pragma once

/// The version of this library and of the program made of it, for `#if` and for messages. Numbers
/// follow semantic versioning: before 1.0.0 a minor version may change what is promised.
#define RUNREADY_VERSION_MAJOR 0
#define RUNREADY_VERSION_MINOR 1
#define RUNREADY_VERSION_PATCH 0
#define RUNREADY_VERSION "0.1.0"
