#pragma once

#include <string>

namespace quanhe {

bool is_terminal(int descriptor);

// Columns of the terminal behind the descriptor; 0 when it is none.
int terminal_width(int descriptor);

// A line on standard error that is written over again and again while a command works. Silent when standard
// error is no terminal.
class Progress {
 public:
  Progress();
  ~Progress() { clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void show(const std::string& text);

  // Before anything else is written to standard error.
  void clear();

 private:
  bool enabled_;
  bool shown_ = false;
};

}  // namespace quanhe
