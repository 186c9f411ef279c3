#pragma once

#include <string>
#include <vector>

#include "corpus/ledgers.h"

namespace quanhe {

// Exit codes of every command, as docs/facts.md lists them.
inline constexpr int kDone = 0;
inline constexpr int kAnswerIsNo = 1;  // an unknown name, a check that fails
inline constexpr int kWrongUse = 2;
inline constexpr int kSomeRefused = 3;  // done, but some input was refused
inline constexpr int kNothingDone = 4;

// Which statements are asked for. "" leaves a thing open.
struct SelectionArguments {
  std::string statuses;
  std::string on;
  std::string from;
  std::string to;
  std::string known_by;
};

struct BuildArguments {
  std::vector<std::string> inputs;
  std::vector<std::string> rules;
  std::string output = "output";
  unsigned threads = 0;  // 0: as many as the machine has
  bool no_export = false;
  bool prune = false;
};

struct ExtractArguments {
  std::vector<std::string> inputs;
  std::vector<std::string> rules;
  unsigned threads = 0;
};

struct DumpArguments {
  std::string graph = "output/graph.db";
};

struct DocumentsArguments {
  std::string graph = "output/graph.db";
  std::string format = "table";
};

struct ForgetArguments {
  std::vector<std::string> documents;
  std::string graph = "output/graph.db";
};

struct VerifyArguments {
  std::vector<std::string> inputs;  // none: where the graph's documents came from
  std::vector<std::string> rules;
  std::string graph = "output/graph.db";
  unsigned threads = 0;
};

struct MergeArguments {
  std::string decision;  // "accept", "reject" or "undo"
  std::string kept;
  std::string other;
  std::string because;
  std::string by;
  std::string graph = "output/graph.db";
};

struct ProposeArguments {
  std::string graph = "output/graph.db";
  std::vector<std::string> types;
  unsigned limit = 50;
  std::string format = "table";
};

struct JudgeArguments {
  std::string from;
  std::string relation;
  std::string to;
  std::string because;
  std::string by;
  std::string graph = "output/graph.db";
};

struct NeighboursArguments {
  std::string name;
  std::string graph = "output/graph.db";
  unsigned hops = 1;
  std::vector<std::string> relations;
  std::vector<std::string> types;
  std::string direction = "both";
  std::string sort = "hop";
  unsigned limit = 0;  // 0: none
  SelectionArguments selection;
  std::string format = "table";
};

struct PathArguments {
  std::string from;
  std::string to;
  std::string graph = "output/graph.db";
  unsigned count = 1;
  std::vector<std::string> relations;
  SelectionArguments selection;
  std::string format = "table";
};

struct CommonArguments {
  std::string from;
  std::string to;
  std::string graph = "output/graph.db";
  std::vector<std::string> relations;
  std::vector<std::string> types;
  unsigned limit = 0;  // 0: none
  SelectionArguments selection;
  std::string format = "table";
};

struct TopArguments {
  std::string graph = "output/graph.db";
  std::string by = "pagerank";
  std::vector<std::string> relations;
  std::vector<std::string> types;
  unsigned limit = 20;
  SelectionArguments selection;
  std::string format = "table";
};

struct CommunitiesArguments {
  std::string graph = "output/graph.db";
  std::vector<std::string> relations;
  unsigned limit = 20;
  unsigned members = 10;
  SelectionArguments selection;
  std::string format = "table";
};

struct ExportArguments {
  std::string format;
  std::string graph = "output/graph.db";
  std::string output;  // file, or folder for tables; "" for standard output
  std::vector<std::string> relations;
  std::vector<std::string> types;
  std::string focus;  // name; "" for none
  unsigned hops = 1;
  unsigned top = 0;  // 0 for all
  SelectionArguments selection;
  std::string evidence;  // "" for what is usual in the format
  std::vector<std::string> with;
  std::string gexf_version = "1.3";
};

struct ServeArguments {
  std::string graph = "output/graph.db";
  unsigned port = 0;  // 0: any that is free
  bool open = false;
};

struct WhyArguments {
  std::string from;
  std::string to;
  std::vector<std::string> relations;
  unsigned limit = 0;  // 0: all
  SelectionArguments selection;
  std::string graph = "output/graph.db";
  std::string format = "table";
  std::string color = "auto";
};

struct FactsArguments {
  std::string name;
  std::string from;
  std::string to;
  std::vector<std::string> relations;
  unsigned limit = 0;  // 0: all
  SelectionArguments selection;
  std::string graph = "output/graph.db";
  std::string format = "table";
};

// `show` and `timeline`; `show` has no relations.
struct NodeArguments {
  std::string name;
  std::vector<std::string> relations;
  SelectionArguments selection;
  std::string graph = "output/graph.db";
  std::string format = "table";
  std::string color = "auto";
};

struct SearchArguments {
  std::string text;
  unsigned limit = 20;
  SelectionArguments selection;
  std::string graph = "output/graph.db";
  std::string format = "table";
  std::string color = "auto";
};

// `contradictions` and `stats`; `stats` has no relations.
struct WholeArguments {
  std::vector<std::string> relations;
  SelectionArguments selection;
  std::string graph = "output/graph.db";
  std::string format = "table";
  std::string color = "auto";
};

struct SqlArguments {
  std::string statement;
  unsigned timeout = 30;
  std::string graph = "output/graph.db";
  std::string format = "table";
};

struct RulesTestArguments {
  std::vector<std::string> packs;
  std::string rule;
  std::string judgements;
  std::string graph;  // "": graph.db beside the judgements
  bool watch = false;
  std::string color = "auto";
};

struct ExplainArguments {
  std::vector<std::string> inputs;
  std::vector<std::string> rules;
  std::string rule;
  std::string html;
  std::string color = "auto";
};

struct WhyNotArguments {
  std::string rule;
  std::string sentence;
  std::vector<std::string> rules;
  std::string color = "auto";
};

struct EvalArguments {
  std::string gold;  // folder
  std::vector<std::string> inputs;
  std::vector<std::string> rules;
  bool summary = false;
  bool json = false;
  std::string color = "auto";
};

struct SampleArguments {
  std::vector<std::string> inputs;
  std::vector<std::string> rules;
  std::vector<std::string> relations;
  std::vector<std::string> only_rules;
  bool acts = false;
  unsigned size = 50;
  unsigned seed = 1;
  std::string sheet;  // to score; "" to draw one
};

struct RulesCoverageArguments {
  std::vector<std::string> inputs;
  std::vector<std::string> rules;
  bool time = false;
  unsigned gaps = 20;
  std::string color = "auto";
};

struct RulesDiffArguments {
  std::string old_pack;
  std::string new_pack;
  std::vector<std::string> inputs;
  std::string color = "auto";
};

// Each runs a command, writes its answer to standard output and all else to standard error, and gives the exit
// code.
int run_build(const BuildArguments& arguments);
int run_extract(const ExtractArguments& arguments);
int run_dump(const DumpArguments& arguments);
int run_documents(const DocumentsArguments& arguments);
int run_forget(const ForgetArguments& arguments);
int run_verify(const VerifyArguments& arguments);
int run_merge(const MergeArguments& arguments);
int run_propose(const ProposeArguments& arguments);
int run_judge(const JudgeArguments& arguments, Judgement judgement);
int run_neighbours(const NeighboursArguments& arguments);
int run_common(const CommonArguments& arguments);
int run_communities(const CommunitiesArguments& arguments);
int run_export(const ExportArguments& arguments);
int run_path(const PathArguments& arguments);
int run_serve(const ServeArguments& arguments);
int run_top(const TopArguments& arguments);
int run_why(const WhyArguments& arguments);
int run_facts(const FactsArguments& arguments);
int run_show(const NodeArguments& arguments);
int run_timeline(const NodeArguments& arguments);
int run_search(const SearchArguments& arguments);
int run_contradictions(const WholeArguments& arguments);
int run_stats(const WholeArguments& arguments);
int run_sql(const SqlArguments& arguments);
int run_rules_test(const RulesTestArguments& arguments);
int run_explain(const ExplainArguments& arguments);
int run_why_not(const WhyNotArguments& arguments);
int run_eval(const EvalArguments& arguments);
int run_sample(const SampleArguments& arguments);
int run_rules_coverage(const RulesCoverageArguments& arguments);
int run_rules_diff(const RulesDiffArguments& arguments);

}  // namespace quanhe
