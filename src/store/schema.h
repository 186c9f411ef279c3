#pragma once

#include <cstdint>
#include <filesystem>

#include "base/result.h"
#include "store/database.h"

namespace quanhe {

// "QHdb": tells `file` and us that a SQLite file is a graph of quanhe.
inline constexpr std::int64_t kApplicationId = 0x51486462;

// Of the tables described in docs/store.md. It grows whenever an older program would misread the file.
inline constexpr std::int64_t kSchemaVersion = 1;

// An empty database at `path` with all tables and views and without indexes, in an open transaction.
Result<Database> create_store(const std::filesystem::path& path);

// Adds the indexes and ends the transaction.
void finish_store(Database& database);

// An existing one for reading. The Error says when the file is none of ours or of another schema version, and
// what to do about it.
Result<Database> open_store(const std::filesystem::path& path);

}  // namespace quanhe
