#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <string_view>
#include <thread>

#include "catch.hpp"
#include "cli/exit_status.hpp"
#include "cli/files.hpp"
#include "runready/load.hpp"

namespace runready {
namespace {

namespace fs = std::filesystem;

/// A folder of its own that is gone afterwards.
class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / ("runready-" + std::to_string(::getpid()))) {
    fs::create_directory(path_);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { fs::remove_all(path_); }

  const fs::path& path() const { return path_; }
  fs::path write(const std::string& name, const std::string& text) const {
    std::ofstream(path_ / name, std::ios::binary) << text;
    return path_ / name;
  }

 private:
  fs::path path_;
};

std::string failure_of(const std::function<void()>& action) {
  try {
    action();
  } catch (const WorldError& error) {
    return error.what();
  }
  return "";
}

std::vector<SourceFile> files_of(const fs::path& path) {
  std::vector<SourceFile> files;
  read_pack_files(path, files);
  return files;
}

TEST_CASE("a folder is its pack files in order of name, without schemas and other files", "[cli]") {
  const Folder folder;
  for (const char* name : {"b.json", "a.json", "pack.schema.json", "notes.md", ".hidden.json"}) {
    folder.write(name, name);
  }
  fs::create_directory(folder.path() / "c.json");
  const std::vector<SourceFile> files = files_of(folder.path());
  REQUIRE(files.size() == 2);
  CHECK(files[0].name == (folder.path() / "a.json").string());
  CHECK(files[0].text == "a.json");
  CHECK(files[1].text == "b.json");
}

TEST_CASE("a file is read whole, whatever it is called and holds", "[cli]") {
  const Folder folder;
  std::string text(200'000, 'x');
  text[7] = '\0';
  const std::vector<SourceFile> files = files_of(folder.write("pack", text));
  REQUIRE(files.size() == 1);
  CHECK(files[0].text == text);
  CHECK(read_file(folder.write("empty", "")).empty());
}

TEST_CASE("a chunk more or less does not matter", "[cli]") {
  const Folder folder;
  for (const std::size_t size : {65535U, 65536U, 65537U, 131072U}) {
    CHECK(read_file(folder.write("file", std::string(size, 'y'))).size() == size);
  }
}

TEST_CASE("what cannot be read is named with the reason", "[cli]") {
  const Folder folder;
  const std::string path = (folder.path() / "gone.json").string();
  CHECK(failure_of([&] { files_of(path); }) ==
        "cannot read `" + path + "`: No such file or directory");
  CHECK(failure_of([&] { files_of(folder.path()); }) ==
        "cannot read `" + folder.path().string() + "`: this folder has no `*.json` files");
  CHECK(failure_of([&] { read_file(folder.path()); }) ==
        "cannot read `" + folder.path().string() + "`: Is a directory");
}

TEST_CASE("a file larger than allowed is not read further", "[cli]") {
  const Folder folder;
  const fs::path path = folder.write("big.json", std::string((1U << 20) + 1, ' '));
  CHECK(failure_of([&] { read_file(path, 1U << 20); }) ==
        "cannot read `" + path.string() + "`: it is larger than 1 MiB");
}

TEST_CASE("what is no file is refused at once, wherever it is named", "[cli]") {
  const Folder folder;
  folder.write("a.json", "{}");
  const fs::path pipe = folder.path() / "b.json";
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  const std::string refused = "cannot read `" + pipe.string() +
                              "`: it is a named pipe and no file; what is piped in is read from "
                              "`/dev/stdin`";
  CHECK(failure_of([&] { read_file(pipe); }) == refused);
  CHECK(failure_of([&] { files_of(pipe); }) == refused);
  CHECK(failure_of([&] { files_of(folder.path()); }) == refused);
  CHECK(failure_of([] { read_file("/dev/zero"); }) ==
        "cannot read `/dev/zero`: it is a device and no file");
  fs::remove(pipe);
  fs::create_symlink("/dev/zero", pipe);
  CHECK_THAT(failure_of([&] { files_of(folder.path()); }), ContainsSubstring("is a device"));
  CHECK(read_file("/dev/null").empty());
}

TEST_CASE("a socket is refused at once", "[cli]") {
  const Folder folder;
  const std::string path = folder.path() / "b.json";
  const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
  REQUIRE(socket >= 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  REQUIRE(path.size() < sizeof(address.sun_path));
  std::ranges::copy(path, std::begin(address.sun_path));
  REQUIRE(::bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) == 0);
  CHECK_THAT(failure_of([&] { files_of(folder.path()); }),
             ContainsSubstring("b.json`: it is a socket"));
  ::close(socket);
}

TEST_CASE("a pipe that the caller has opened is read to its end", "[cli]") {
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  std::thread writer([end = ends[1]] {
    for (const std::string_view part : {"{", "}"}) {
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
      if (::write(end, part.data(), part.size()) != 1) break;
    }
    ::close(end);
  });
  CHECK(read_file("/dev/fd/" + std::to_string(ends[0])) == "{}");
  writer.join();
  ::close(ends[0]);
}

TEST_CASE("no more files are read than a pack may have, from however many places", "[cli]") {
  const Folder folder;
  for (std::size_t i = 0; i < kMaxPackFiles; ++i) folder.write(std::to_string(i) + ".json", "{}");
  std::vector<SourceFile> files = files_of(folder.path());
  CHECK(files.size() == kMaxPackFiles);
  CHECK(failure_of([&] { read_pack_files(folder.path() / "7.json", files); }) ==
        "cannot read `" + (folder.path() / "7.json").string() +
            "`: the rules would have more than 64 files");
  folder.write("65.json", "{}");
  CHECK_THAT(failure_of([&] { files_of(folder.path()); }), ContainsSubstring("more than 64 files"));
}

TEST_CASE("no more bytes are read than a pack may have, from however many places", "[cli]") {
  const Folder folder;
  const fs::path path = folder.write("big.json", std::string(kMaxFileBytes, ' '));
  std::vector<SourceFile> files = {{"one", ""}, {"two", std::string(kMaxPackBytes / 2, ' ')}};
  read_pack_files(path, files);
  CHECK_THAT(failure_of([&] { read_pack_files(folder.write("x", " "), files); }),
             ContainsSubstring("the rules would be larger than 16 MiB"));
}

TEST_CASE("a link to nothing is reported and not skipped", "[cli]") {
  const Folder folder;
  folder.write("a.json", "{}");
  fs::create_symlink("nowhere", folder.path() / "b.json");
  CHECK_THAT(failure_of([&] { files_of(folder.path()); }), ContainsSubstring("b.json"));
}

}  // namespace
}  // namespace runready
