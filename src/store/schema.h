#pragma once

#include <cstdint>
#include <filesystem>

#include "base/result.h"
#include "store/database.h"

namespace quanhe {

// "QHdb": tells `file` and us that a SQLite file is a graph of quanhe.
inline constexpr std::int64_t kApplicationId = 0x51486462;

// Of the tables described in docs/store.md. It grows whenever an older program would misread the file. Nothing is
// migrated: a file of an earlier version is built again.
inline constexpr std::int64_t kSchemaVersion = 6;

// A database at `path` with all tables and views and without indexes, which a first build adds when all rows are there.
// Errors name it `shown_as`.
Result<Database> create_store(const std::filesystem::path& path, const std::string& shown_as);
void add_indexes(Database& database);

// An existing one for reading, of which all that is read is of one state, whoever writes meanwhile (until end_reading()). The
// Error says when the file is none of ours or of another schema version, and what to do about it.
Result<Database> open_store(const std::filesystem::path& path);
Result<void> check_schema(Database& database, const std::filesystem::path& path);

// A graph of ours of an earlier version.
bool is_older_store(const std::filesystem::path& path);

}  // namespace quanhe
