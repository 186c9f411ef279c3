"""Every quote is the very bytes of the file that its span names, and every part lies in the file."""

import sys

import quanhe_output as quanhe


def spans(evidence):
    for part in evidence["parts"]:
        if "start" in part:
            yield part
        yield from part.get("resolved", [])


def main():
    checked = 0
    for document in quanhe.extract(quanhe.SOURCE / "seeds"):
        original = (quanhe.SOURCE / "seeds" / (document["id"] + ".txt")).read_bytes()
        for edge in document["edges"]:
            evidence = edge["evidence"]
            assert original[evidence["start"] : evidence["end"]].decode() == evidence["quote"], evidence
            for span in spans(evidence):
                words = original[span["start"] : span["end"]].decode()  # fails where a span cuts a letter
                assert words == words.strip() and words, (evidence["rule"], span, words)
                checked += 1
            roles = {part["role"] for part in evidence["parts"]}
            assert {"from", "to"} <= roles, (evidence["rule"], roles)
    print(f"{checked} spans")
    sys.exit(0 if checked > 200 else 1)


if __name__ == "__main__":
    main()
