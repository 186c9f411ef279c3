"""What a graph.db says of nodes and edges, read with SQL alone: what every export is compared with."""

import calendar
import datetime
import json

DATES = ("date", "as_of")


def partial(text):
    """The first and last day of "2021", "2021-06" or "2021-06-07", or None."""
    parts = text.split("T")[0].split("-")
    try:
        numbers = [int(part) for part in parts]
        if [len(part) for part in parts] not in ([4], [4, 2], [4, 2, 2]):
            return None
        year, month, day = (numbers + [0, 0])[:3]
        last_month = month or 12
        last_day = day or calendar.monthrange(year, last_month)[1]
        return datetime.date(year, month or 1, day or 1), datetime.date(year, last_month, last_day)
    except ValueError:
        return None


def period(text):
    """The days of a date or a range "start/end"."""
    ends = [partial(piece) for piece in text.split("/")]
    return None if None in ends or len(ends) > 2 else (ends[0][0], ends[-1][1])


def ends_of(states, ends):
    """States with their last days: the state's own end, else the first of `ends` not before it, else None."""
    def first_end(begin, among):
        return min((end for end in among if end >= begin), default=None)
    return [(begin, first_end(begin, [own] if own else []) or first_end(begin, ends)) for begin, own in states]


def spells(occurrences):
    """Days that the occurrences cover, united: a list of [first, last], last None where it goes on. Day by day."""
    days, states, ends = set(), [], []
    for occurrence in occurrences:
        attributes = occurrence["attributes"]
        for name in DATES:
            found = period(attributes[name]) if name in attributes else None
            if found:
                days.update(range(found[0].toordinal(), found[1].toordinal() + 1))
                break
        since, until = (period(attributes[name]) if name in attributes else None for name in ("since", "until"))
        own = until[1].toordinal() if until else None
        if until:
            ends.append(own)
        if since:
            states.append((since[0].toordinal(), own))
    states = ends_of(states, ends)
    open_from = min((begin for begin, end in states if end is None), default=None)
    for begin, end in states:
        days.update(range(begin, (end or begin) + 1))
    if open_from is not None:
        days.update(range(open_from, max(days) + 1))
    united = []
    for day in sorted(days):
        if united and united[-1][1] == day - 1:
            united[-1][1] = day
        else:
            united.append([day, day])
    result = [[datetime.date.fromordinal(a).isoformat(), datetime.date.fromordinal(b).isoformat()] for a, b in united]
    if open_from is not None:
        result[-1][1] = None
    return result


def labels(store, kind, name, language):
    """The labels of a type or relation: in the pack's language, and in English or None."""
    found = dict(store.execute("SELECT language, label FROM labels WHERE kind = ? AND name = ?", (kind, name)).fetchall())
    return found.get(language) or found[min(found)] if found else name, found.get("en")


def nodes(store):
    """By id."""
    language = store.execute("SELECT language FROM pack").fetchone()[0]
    places = {row["node"]: (row["latitude"], row["longitude"]) for row in store.execute("SELECT * FROM locations")}
    result = {}
    for row in store.execute("SELECT * FROM nodes WHERE merged_into IS NULL"):
        aliases = [name for (name,) in store.execute(
            "SELECT DISTINCT name FROM spellings WHERE node = ? AND NOT is_canonical", (row["node"],))]
        label, english = labels(store, "type", row["type"], language)
        result[row["id"]] = {"name": row["name"], "type": row["type"], "type_label": label, "type_label_en": english,
                             "aliases": sorted(aliases), "documents": row["document_count"],
                             "place": places.get(row["id"])}
    return result


def place(data):
    """Of a node as a reader has it: latitude and longitude, which must be numbers, or None."""
    found = data.get("latitude"), data.get("longitude")
    return found if all(isinstance(number, (int, float)) and number == number for number in found) else None


def attributes_of(date, others):
    """By name, sorted, of the two columns that hold them."""
    return dict(sorted({**json.loads(others or "{}"), **({"date": date} if date else {})}.items()))


def edges(store):
    """The shown edges by (relation, from, to), each with its shown occurrences."""
    language = store.execute("SELECT language FROM pack").fetchone()[0]
    occurrences = {}
    for row in store.execute("""
            SELECT edge, number, statuses.name AS status, rule, confidence, start, "end", quote, documents.id AS document,
                   evidence.date AS day, attributes
            FROM evidence JOIN documents USING (document) JOIN statuses USING (status)
            WHERE is_shown AND NOT is_withdrawn ORDER BY documents.id, start, "end", rule, number, occurrence"""):
        found = dict(row)
        found["attributes"] = attributes_of(found.pop("day"), row["attributes"])
        occurrences.setdefault(row["edge"], []).append(found)
    result = {}
    for row in store.execute("""
            SELECT edge, relation_types.name AS relation, source_count, confidence, a.id AS from_id, b.id AS to_id,
                   statuses.name AS status_name, is_symmetric, is_state
            FROM edges JOIN nodes a ON a.node = from_node JOIN nodes b ON b.node = to_node
                 JOIN statuses USING (status) JOIN relation_types USING (relation)
            WHERE is_shown AND statement_count > 0 AND judgement < 2"""):
        label, english = labels(store, "relation", row["relation"], language)
        said = occurrences.get(row["edge"], [])
        result[row["relation"], row["from_id"], row["to_id"]] = {
            "label": label, "label_en": english, "status": row["status_name"], "sources": row["source_count"],
            "confidence": row["confidence"] / 1000, "count": len(said), "symmetric": bool(row["is_symmetric"]),
            "state": bool(row["is_state"]), "occurrences": said, "spells": spells(said)}
    return result


def evidence(occurrences, longest=None):
    """What a column `evidence` holds of them; `longest` is that of a quote in characters."""
    def cut(quote):
        return quote if longest is None or len(quote) <= longest else quote[:longest - 1] + "…"
    return [{"document": o["document"], "quote": cut(o["quote"]), "start": o["start"], "end": o["end"],
             "rule": o["rule"], "status": o["status"], "confidence": o["confidence"] / 1000,
             "occurrence": o["number"], **({"attributes": o["attributes"]} if o["attributes"] else {})}
            for o in occurrences]


def evidence_key(entry):
    return json.dumps(entry, sort_keys=True)
