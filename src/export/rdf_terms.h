#pragma once

#include <array>

#include "export/rdf.h"

// The properties that describe() gives, each with its term.
namespace quanhe::rdf {

constexpr Property property(std::string_view key, Prefix prefix, std::string_view name,
                            ValueKind kind = ValueKind::kText, bool many = false) {
  return {key, {prefix, name, "", ""}, kind, many};
}

constexpr Property own(std::string_view name, ValueKind kind = ValueKind::kText, bool many = false) {
  return property(name, Prefix::kOwn, name, kind, many);
}

inline constexpr Property kLabel = property("label", Prefix::kRdfs, "label", ValueKind::kLanguage);
inline constexpr Property kAltLabel = property("altLabel", Prefix::kSkos, "altLabel", ValueKind::kLanguage, true);
inline constexpr Property kSubClassOf = property("subClassOf", Prefix::kRdfs, "subClassOf", ValueKind::kLink, true);
inline constexpr Property kSubPropertyOf = property("subPropertyOf", Prefix::kRdfs, "subPropertyOf", ValueKind::kLink);
inline constexpr Property kSubject = property("subject", Prefix::kRdf, "subject", ValueKind::kLink);
inline constexpr Property kPredicate = property("predicate", Prefix::kRdf, "predicate", ValueKind::kLink);
inline constexpr Property kObject = property("object", Prefix::kRdf, "object", ValueKind::kLink);
inline constexpr Property kName = property("name", Prefix::kSchema, "name");
inline constexpr Property kVersion = property("version", Prefix::kSchema, "version");
inline constexpr Property kSoftwareVersion = property("softwareVersion", Prefix::kSchema, "softwareVersion");
inline constexpr Property kIdentifier = property("identifier", Prefix::kSchema, "identifier");
inline constexpr Property kPublished = property("datePublished", Prefix::kSchema, "datePublished", ValueKind::kDate);
inline constexpr Property kInLanguage = property("inLanguage", Prefix::kSchema, "inLanguage");
inline constexpr Property kUrl = property("url", Prefix::kSchema, "url", ValueKind::kLink);
inline constexpr Property kStartDate = property("startDate", Prefix::kSchema, "startDate", ValueKind::kDate);
inline constexpr Property kEndDate = property("endDate", Prefix::kSchema, "endDate", ValueKind::kDate);
inline constexpr Property kHash = own("hash");
inline constexpr Property kDateBasis = own("dateBasis");
inline constexpr Property kSourceGroup = own("sourceGroup", ValueKind::kInteger);
inline constexpr Property kDocumentCount = own("documentCount", ValueKind::kCount);
inline constexpr Property kGeo = property("geo", Prefix::kSchema, "geo", ValueKind::kLink);
inline constexpr Property kLatitude = property("latitude", Prefix::kSchema, "latitude", ValueKind::kDecimal);
inline constexpr Property kLongitude = property("longitude", Prefix::kSchema, "longitude", ValueKind::kDecimal);
inline constexpr Property kRank = own("rank", ValueKind::kDecimal);
inline constexpr Property kX = own("x", ValueKind::kDecimal);
inline constexpr Property kY = own("y", ValueKind::kDecimal);
inline constexpr Property kStatus = own("status");
inline constexpr Property kConfidence = own("confidence", ValueKind::kDecimal);
inline constexpr Property kCount = own("count", ValueKind::kCount);
inline constexpr Property kSourceCount = own("sourceCount", ValueKind::kCount);
inline constexpr Property kJudgement = own("judgement");
inline constexpr Property kEvidence = own("evidence", ValueKind::kLink, true);
inline constexpr Property kRule = own("rule");
inline constexpr Property kOccurrence = own("occurrence", ValueKind::kInteger);
inline constexpr Property kDerivedFrom = property("derivedFrom", Prefix::kProv, "wasDerivedFrom", ValueKind::kLink);
inline constexpr Property kGeneratedBy = property("generatedBy", Prefix::kProv, "wasGeneratedBy", ValueKind::kLink);
inline constexpr Property kUsed = property("used", Prefix::kProv, "used", ValueKind::kLink);
inline constexpr Property kAssociated =
    property("associatedWith", Prefix::kProv, "wasAssociatedWith", ValueKind::kLink);
inline constexpr Property kHasSource = property("hasSource", Prefix::kOa, "hasSource", ValueKind::kLink);
inline constexpr Property kHasSelector = property("hasSelector", Prefix::kOa, "hasSelector", ValueKind::kLink, true);
inline constexpr Property kExact = property("exact", Prefix::kOa, "exact");
inline constexpr Property kStart = property("start", Prefix::kOa, "start", ValueKind::kCount);
inline constexpr Property kEnd = property("end", Prefix::kOa, "end", ValueKind::kCount);

inline constexpr std::array kAll = {kLabel,      kAltLabel,    kSubClassOf,  kSubPropertyOf, kSubject,
                                    kPredicate,  kObject,      kName,        kVersion,       kSoftwareVersion,
                                    kIdentifier, kPublished,   kInLanguage,  kUrl,           kStartDate,
                                    kEndDate,    kHash,        kDateBasis,   kSourceGroup,   kDocumentCount,
                                    kRank,       kX,           kY,           kStatus,        kConfidence,
                                    kCount,      kSourceCount, kJudgement,   kEvidence,      kRule,
                                    kOccurrence, kDerivedFrom, kGeneratedBy, kUsed,          kAssociated,
                                    kHasSource,  kHasSelector, kExact,       kStart,         kEnd,
                                    kGeo,        kLatitude,    kLongitude};

}  // namespace quanhe::rdf
