#include "cli/export_options.h"

#include <string>

#include "cli/query_options.h"
#include "cli/usage.h"
#include "export/formats.h"

namespace quanhe {
namespace {

const std::string kFooter =
    "GraphML and GEXF are for Gephi (GEXF plays on its timeline), JSON-LD and N-Quads\n"
    "for triple stores, csv and tsv (two tables in a folder) for R, pandas and\n"
    "spreadsheets, node-link for D3 and NetworkX, html for any browser: one page that\n"
    "needs no network. docs/exports.md tells of each.\n"
    "Filters narrow one after the other, in the order of this help.\n\n"
    "Examples:\n"
    "  quanhe export --format gexf -o graph.gexf\n"
    "  quanhe export --format html -o graph.html\n"
    "  quanhe export --format csv -o tables/ --evidence full\n"
    "  quanhe export --format svg -o son.svg --focus \"bui thanh son\" --hops 2\n"
    "  quanhe export --format nquads --relation met | gzip > met.nq.gz\n\n"
    "Exit codes:\n"
    "  0  done\n"
    "  1  the answer is no: an unknown or ambiguous name\n"
    "  2  wrong use\n"
    "  4  nothing done";

void add_filters(CLI::App& command, ExportArguments& arguments) {
  add_selection(command, arguments.selection);
  command.add_option("--relation", arguments.relations, "This relation only, by name or label; may be\ngiven again")
      ->allow_extra_args(false)
      ->option_text("R");
  command.add_option("--type", arguments.types, "Nodes of this type only, by name or label;\nmay be given again")
      ->allow_extra_args(false)
      ->option_text("T");
  CLI::Option* focus = command.add_option("--focus", arguments.focus, "Only what is near this name, alias or id")
                           ->check(not_empty())
                           ->option_text("NAME");
  command.add_option("--hops", arguments.hops, "How many edges from --focus at most;\n1 when not given")
      ->check(whole_number(1, 1000))
      ->needs(focus)
      ->option_text("N");
  command.add_option("--top", arguments.top, "The N nodes of the highest PageRank")
      ->check(whole_number(1, 4294967295))
      ->option_text("N");
}

}  // namespace

void add_export(CommandLine& program, ExportArguments& arguments) {
  add_command(program, "export", "Write the graph, or a part of it, for another program",
              [&arguments](CLI::App& command) {
    command
        .add_option("--format", arguments.format,
                    "graphml, gexf, jsonld, nquads, csv, tsv,\nnode-link, dot, svg, png, pdf or html")
        ->required()
        ->check(one_of(export_format_names()))
        ->option_text("F");
    command
        .add_option("-o,--output", arguments.output,
                    "File, or folder for csv and tsv; when not given:\nstandard output, but for tables and pictures")
        ->check(not_empty())
        ->option_text("PATH");
    add_graph(command, arguments.graph);
    add_filters(command, arguments);
    command
        .add_option("--evidence", arguments.evidence,
                    "full, short (20 quotes an edge, of at most 300\n"
                    "characters), offsets (no quotes) or none; when\n"
                    "not given: full in tables and RDF, else short")
        ->check(one_of({"full", "short", "offsets", "none"}))
        ->option_text("E");
    command
        .add_option("--with", arguments.with, "What is computed of nodes besides: positions,\nrank, or both with a comma")
        ->delimiter(',')
        ->check(one_of({"positions", "rank"}))
        ->allow_extra_args(false)
        ->option_text("W");
    command.add_option("--gexf-version", arguments.gexf_version, "1.3 or 1.2; '1.3' when not given")
        ->check(one_of({"1.2", "1.3"}))
        ->option_text("V");
    command.footer(kFooter);
  });
}

}  // namespace quanhe
