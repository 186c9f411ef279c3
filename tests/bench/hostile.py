"""Texts and packs that engines of other designs choke on: for tests that they end, and for a benchmark that says how soon.

Every text is one line without a full stop, unless its name says otherwise, and as long as is asked for.
"""

import itertools
import math
import random

# What is repeated, by name. The shipped pack reads each of them as densely as it can be read.
REPEATED = {
    "facts": "Bộ trưởng Ngoại giao Bùi Thanh Sơn gặp Bộ trưởng Ngoại giao Lào ",
    "names": "Lào Campuchia Việt Nam ",
    "dates": "ngày 7 tháng 6 năm 2021 ngày 7/6 ",
    "references": "hai bên hai nước ",
    "titles": "Bộ trưởng Ngoại giao ",
    "lists": "Lào, Campuchia, Thái Lan, Cuba, Pháp, Canada, Brazil, Ai Cập và Nhật Bản hợp tác ",
    "brackets": "( ) [ ] “ ” ( ( ",
    "capitals": "Aa Bb ",
    "codes": "A-1-",
    "signs": "!",
    "words": "nước này đã nói rằng việc ấy rất quan trọng ",
    "sentences": "Bộ trưởng Ngoại giao gặp Lào. ",
    "bullets": "\n- Về phía Lào: hai bên ",
}
LETTERS = "bcdghklmnprstvx"


def people():
    """Persons who are all different and hold one office of many bodies, so that everything meets in few nodes."""
    for first, second, third in itertools.product(LETTERS, LETTERS, LETTERS):
        for vowel in "aeiou":
            name = f"{first.upper()}{vowel}{second}{vowel} {third.upper()}{vowel}n"
            yield f"Bộ trưởng Ngoại giao Lào Bùi {name} gặp Bộ trưởng Y tế Lê {name} và hai bên "


def text(kind, size):
    """About `size` bytes of that kind, never more."""
    pieces = itertools.cycle(people()) if kind == "people" else itertools.repeat(REPEATED[kind])
    taken = []
    for piece in pieces:
        size -= len(piece.encode())
        if size < 0:
            return "".join(taken) or piece
        taken.append(piece)


TEXTS = [*REPEATED, "people"]

ONTOLOGY = """types:
  Thing: {labels: {en: Thing}}
  Place: {labels: {en: Place}}
relations:
  near: {labels: {en: near}, from: [Thing, Place], to: [Thing, Place]}
"""
WORDS = """o: [o]
many: [%s]
""" % ", ".join("o" + " o" * count for count in range(1, 40))
NAMES = """type: Place
entries:
  x: []
  y: []
"""


def relation(pattern):
    return f"""- id: hostile
  match: "{pattern}"
  edges: |
    $a -near-> $b
  examples:
    - text: "y o y."
      edges: ["y -near-> y"]
    - text: "o"
      edges: []
"""


def entity(pattern):
    return f"""- step: hostile
  rules:
    - id: hostile
      match: "{pattern}"
      node: {{Thing: "$self.text"}}
"""


# File, pattern, and the words to repeat: each is tried at every token, and most of them fail late. They grow to nearly
# as many steps as a pattern may have.
PATTERNS = {
    "nested options": ("entities", entity("(((o?)* o?)* o? (o? o?)*)*6 z"), "o "),
    "nested repetitions": ("entities", entity("(((o+4)+4)+4)+ z"), "o "),
    "options, then as many words": ("entities", entity(" ".join(["o?"] * 400 + ["o"] * 400) + " z"), "o "),
    "long alternation": ("entities", entity("(" + " | ".join(f"o w{i}" for i in range(49)) + " | o)* z"), "o "),
    "entries within entries": ("entities", entity("<many> <many> <many>* z"), "o "),
    "gaps in gaps": ("entities", entity("(o (..90 o)*4 ..90)*4 z"), "o "),
    "far gaps": ("entities", entity("o " + "... o " * 400 + "... z"), "o "),
    "gaps that are repeated": ("entities", entity("(o (... o)* ...)*32 z"), "o "),
    "what must not follow": ("entities", entity("(!(... o ... z) o)*32 z"), "o "),
    "names of capitals": ("entities", entity("(Name (Name | Upper)*)*16 Code"), "Oo-Oo "),
    "far before a trigger": ("relations", relation("{a: Place} " + "... o? " * 300 + "[o] ... {b: Place}"), "o "),
    "matches everywhere": ("relations", relation("{a: Place} ... [o] ... {b: Place} (... o)*16"), "x o y "),
}


def write_pack(folder, name):
    """The pack of that pattern; the words that hurt it are PATTERNS[name][2]."""
    file, rules, _ = PATTERNS[name]
    (folder / "lexicon").mkdir(parents=True, exist_ok=True)
    (folder / "pack.yaml").write_text("name: hostile\nversion: 1.0.0\nlanguage: en\n", encoding="utf-8")
    (folder / "ontology.yaml").write_text(ONTOLOGY, encoding="utf-8")
    (folder / "words.yaml").write_text(WORDS, encoding="utf-8")
    (folder / "lexicon" / "names.yaml").write_text(NAMES, encoding="utf-8")
    (folder / f"{file}.yaml").write_text(rules, encoding="utf-8")
    return folder


def repeated(words, size):
    return (words * (size // len(words.encode()) + 1))[:size]


MASK = (1 << 64) - 1
MULTIPLIER = 0xC6A4A7935BD1E995  # of MurmurHash64A, which GCC's std::hash of strings is
UNMULTIPLIER = pow(MULTIPLIER, -1, 1 << 64)


def mixed(block):
    block = block * MULTIPLIER & MASK
    return (block ^ block >> 47) * MULTIPLIER & MASK


def unmixed(block):
    block = block * UNMULTIPLIER & MASK
    return (block ^ block >> 47) * UNMULTIPLIER & MASK


def pairs_between(state, wanted, count):
    """So many texts of 16 bytes that bring the hash from one state to the other: any first half has its second."""
    chance = random.Random(wanted)
    pairs = []
    while len(pairs) < count:
        first = bytes(chance.choices(LETTERS.encode(), k=8))
        between = (state ^ mixed(int.from_bytes(first, "little"))) * MULTIPLIER & MASK
        second = unmixed(between ^ wanted * UNMULTIPLIER & MASK).to_bytes(8, "little")
        if all(0x20 <= byte <= 0x7E and byte not in b"\"\\" for byte in second):
            pairs.append(first + second)
    return pairs


def names_of_one_hash(count):
    """Names of fields, 48 bytes each, to which GCC's std::hash gives one number: with it, a table of them is quadratic."""
    ways = math.ceil(count ** (1 / 3))
    start = 0xC70F6907 ^ (48 * MULTIPLIER & MASK)
    parts = [pairs_between(start, 1, ways), pairs_between(1, 2, ways), pairs_between(2, 3, ways)]
    return [b"".join(each).decode() for each in itertools.islice(itertools.product(*parts), count)]


def index_hash(word):
    """What SQLite's FTS5 looks a word up by in the table of words that it has not written yet."""
    number = 13
    for byte in (*reversed(word), ord("0")):
        number = (number << 3 ^ number ^ byte) & 0xFFFFFFFF
    return number


def words_of_one_index_hash(count):
    """Words of 20 letters. The hash is linear: where a change of some bits changes nothing, it does so in every word."""
    length, bits = 20, 3  # "h" to "o" are the letters of three bits
    plain = index_hash(b"h" * length)
    changes, silent = {}, []  # by the highest bit that changes: how, and by which bits of the word
    for place, bit in itertools.product(range(length), range(bits)):
        word = bytearray(b"h" * length)
        word[place] ^= 1 << bit
        change, flipped = index_hash(word) ^ plain, 1 << bits * place + bit
        while change and change.bit_length() in changes:
            other = changes[change.bit_length()]
            change, flipped = change ^ other[0], flipped ^ other[1]
        if change:
            changes[change.bit_length()] = change, flipped
        else:
            silent.append(flipped)
    flipped = 0
    for number in range(1, count + 1):
        flipped ^= silent[(number & -number).bit_length() - 1]
        yield "".join(chr(ord("h") + (flipped >> bits * place & 7)) for place in range(length))
