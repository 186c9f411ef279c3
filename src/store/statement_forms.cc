#include "store/statement_forms.h"

#include <utility>

namespace quanhe {
namespace {

const std::string kColumns = "rule, status, confidence, roles FROM forms";
const std::string kFind = "SELECT " + kColumns + " WHERE form = ?";

}  // namespace

StatementForms::StatementForms(Database& database)
    : database_(database),
      find_(database.prepare_later(kFind)),
      add_(database.prepare_later("INSERT INTO forms VALUES (?, ?, ?, ?, ?)")) {}

StatementForm StatementForms::form_of(SqlStatement& row, int first_column) {
  StatementForm form;
  form.rule = row.integer(first_column);
  form.status = static_cast<Status>(
      row.integer_within(first_column + 1, 0, static_cast<std::int64_t>(Status::kHappened)));
  form.confidence = static_cast<int>(row.integer_within(first_column + 2, 1, 1000));
  form.roles = parse_roles(database_, row.text(first_column + 3));
  return form;
}

std::string_view StatementForms::say(const StatementForm& form) {
  packer_.clear();
  packer_.number(form.rule);
  packer_.number(static_cast<std::int64_t>(form.status));
  packer_.number(form.confidence);
  for (const PartRole& role : form.roles) {
    packer_.number(role.role);
    packer_.number(role.via);
    packer_.number(role.has_words ? 1 : 0);
    packer_.number(role.resolved);
  }
  return packer_.bytes();
}

void StatementForms::read_all() {
  if (std::exchange(has_all_, true)) return;
  SqlStatement row = database_.prepare("SELECT form, " + kColumns + " ORDER BY form");
  while (row.next()) {
    StatementForm form = form_of(row, 1);
    const std::uint32_t next = said_.size();
    if (said_.add(say(form)) != next || row.integer(0) != std::int64_t{next} + 1) {
      return database_.report_damage("a gap in forms");
    }
    forms_.insert_or_assign(row.integer(0), std::move(form));
  }
}

std::int64_t StatementForms::key_of(const StatementForm& form) {
  read_all();
  const std::uint32_t next = said_.size();
  const std::uint32_t number = said_.add(say(form));
  const std::int64_t key = std::int64_t{number} + 1;
  if (number != next) return key;
  std::string roles;
  append_roles(form.roles, roles);
  add_.run(key, form.rule, static_cast<int>(form.status), form.confidence, roles);
  forms_.insert_or_assign(key, form);
  return key;
}

const StatementForm& StatementForms::of(std::int64_t key) {
  const auto [found, is_unread] = forms_.try_emplace(key);
  if (!is_unread) return found->second;
  if (find_.bind(key).next()) {
    found->second = form_of(find_, 0);
  } else {
    database_.report_damage("a statement of no form");
  }
  find_.reset();
  return found->second;
}

}  // namespace quanhe
