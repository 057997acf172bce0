#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

/// SQLite behind as little as the diary needs. Nothing else knows of it.
namespace runready {

/// What went wrong with the file. Thrown at the edge, caught by who opened the diary.
class DiaryError : public std::runtime_error {
 public:
  enum class Kind : std::uint8_t {
    failed,   ///< the disk, the rights to a file, another process that does not finish
    damaged,  ///< the file is no whole database
    newer,    ///< written by a later version of the program
    foreign,  ///< a database of something else
  };

  DiaryError(Kind kind, const std::string& message) : std::runtime_error(message), kind_(kind) {}
  Kind kind() const { return kind_; }

 private:
  Kind kind_;
};

/// A statement with its values. Each `bind` takes the next place.
class Statement {
 public:
  Statement(sqlite3* database, std::string_view sql);

  Statement& bind(std::int64_t value);
  Statement& bind(std::string_view value);
  Statement& bind(const std::optional<std::int32_t>& value);

  /// Whether there is a row, which the columns are then of.
  bool step();
  /// Runs it to its end; then it can be bound anew.
  void run();

  std::int64_t integer(int column) const;
  std::optional<std::int32_t> optional(int column) const;
  std::string text(int column) const;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  sqlite3* database_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  int bound_ = 0;
};

class Database {
 public:
  /// The file must be there; where it may not be written it can still be read. Throws DiaryError.
  explicit Database(const std::string& path);

  void run(const std::string& sql);
  Statement prepare(std::string_view sql) { return {database_.get(), sql}; }
  /// The only number that a statement gives.
  std::int64_t number(std::string_view sql);
  std::string text(std::string_view sql);

 private:
  struct Close {
    void operator()(sqlite3* database) const;
  };
  std::unique_ptr<sqlite3, Close> database_;
};

/// All that is done until `commit`, or nothing of it.
class Transaction {
 public:
  explicit Transaction(Database& database);
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();
  void commit();

 private:
  Database& database_;
  bool is_open_ = true;
};

}  // namespace runready
