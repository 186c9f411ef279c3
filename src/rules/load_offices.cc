#include "rules/loading.h"
#include "rules/table_file.h"

namespace quanhe {
namespace {

enum Column : std::size_t { kTitle, kField, kCountry, kHolder, kFrom, kTo, kSource };

const std::vector<TableColumn> kColumns = {{"title", true}, {"field", false}, {"country", true}, {"holder", true},
                                           {"from", true},  {"to", false},    {"source", true}};

class OfficeTable {
 public:
  OfficeTable(Loading& loading, const PackFile& file) : loading_(loading), file_(file) {}

  void load() {
    read_table(file_, kColumns, loading_.diagnostics, [this](const TableRow& row) { load_row(row); });
  }

 private:
  void fault(const TableRow& row, std::size_t cell, std::string message, std::string help) {
    report_at(loading_.diagnostics, Severity::kError, file_, row.line, row.column_of(cell), std::move(message),
              std::move(help));
  }

  std::optional<PartialDate> date(const TableRow& row, std::size_t cell) {
    const std::optional<PartialDate> date = parse_iso_date(row.cells[cell]);
    if (!date) {
      fault(row, cell, "\"" + std::string(row.cells[cell]) + "\" is no date of the calendar",
            "dates are written 2021-04-08, 2021-04 or 2021");
    }
    return date;
  }

  void load_row(const TableRow& row) {
    Office office;
    office.title = row.cells[kTitle];
    office.field = row.cells[kField];
    office.country = row.cells[kCountry];
    office.holder = row.cells[kHolder];
    office.source = row.cells[kSource];
    const std::optional<PartialDate> from = date(row, kFrom);
    if (!from) return;
    office.from = *from;
    if (!row.cells[kTo].empty()) {
      office.to = date(row, kTo);
      if (!office.to) return;
      if (last_day_number(*office.to) < first_day_number(office.from)) {
        fault(row, kTo, "the office ends before it begins", "\"to\" is the last day of the period");
        return;
      }
    }
    add(row, std::move(office));
  }

  void add(const TableRow& row, Office office) {
    if (const Office* other = loading_.rules.offices.overlapping(office)) {
      const std::string end = other->to ? to_iso(*other->to) : "today";
      fault(row, kFrom,
            "overlaps the time in office of \"" + other->holder + "\", " + to_iso(other->from) + " to " + end,
            "an office has one holder; the new one may begin on the last day of the old one");
      return;
    }
    loading_.rules.offices.add(std::move(office));
  }

  Loading& loading_;
  const PackFile& file_;
};

}  // namespace

void load_offices(Loading& loading, const std::vector<const PackFile*>& tables) {
  for (const PackFile* table : tables) OfficeTable(loading, *table).load();
}

}  // namespace quanhe
