"""Makes news that never was, the same for the same seed: much vocabulary, many names, and facts as dense as in seeds/.

usage: made_news.py FOLDER [--megabytes 10] [--names 100000] [--rules 0] [--seed 1]

Writes into FOLDER: news.jsonl, its bare text (news.txt), the names (names.txt), and a pack of rules that extends the
one of rules/vi-diplomacy by these names and by further rules.
"""

import argparse
import json
import pathlib
import random

ROOT = pathlib.Path(__file__).resolve().parents[2]
ONSETS = "b c ch d đ g gh h k kh l m n ng ngh nh p ph qu r s t th tr v x br dr gl kr pl sk st vl zh".split()
RIMES = """a á à ả ã ạ an án ang áng anh ao áo ay ây ậy âm ấm ăn ặn ăng e é em ên ết ê ế ệ i í ì inh ình iên iến o ó ò ong
óng ô ố ồ ôn ông ống ơ ớ ời ơn u ú ù ung úng ư ứ ừ ưng ươn ương ường oa oà oan uy uyên uyết ia ía ua úa ưa ưởi""".split()
SURNAMES = "Nguyễn Trần Lê Phạm Hoàng Phan Vũ Đặng Bùi Đỗ Hồ Ngô Dương Lý".split()
COUNTRIES = "Lào,Campuchia,Thái Lan,Nhật Bản,Hàn Quốc,Ấn Độ,Cuba,Pháp,Canada,Brazil,Ai Cập,Singapore".split(",")
FIELDS = ["Ngoại giao", "Quốc phòng", "Công an", "Nội vụ", "Tài chính", "Y tế"]


def vocabulary(rng, size):
    words = set()
    while len(words) < size:
        word = rng.choice(ONSETS) + rng.choice(RIMES)
        words.add(word if rng.random() < 0.4 else word + rng.choice(ONSETS)[0] + rng.choice(RIMES))
    return sorted(words)


class News:
    def __init__(self, rng, names):
        self.rng = rng
        self.words = vocabulary(rng, 50_000)
        self.weights = [1 / (rank + 10) for rank in range(len(self.words))]
        rng.shuffle(self.words)
        self.pool = []
        capitals = [word.capitalize() for word in self.words]
        self.names = sorted({" ".join(rng.choices(capitals, k=rng.randint(2, 4))) for _ in range(names)})
        self.people = [" ".join([rng.choice(SURNAMES), *rng.choices(capitals, k=2)]) for _ in range(4000)]

    def filler_words(self, count):
        if len(self.pool) < count:
            self.pool = self.rng.choices(self.words, self.weights, k=100_000)
        taken, self.pool = self.pool[:count], self.pool[count:]
        return taken

    def filler(self):
        words = self.filler_words(self.rng.randint(12, 30))
        if self.names and self.rng.random() < 0.7:
            words.insert(self.rng.randint(3, len(words) - 1), self.rng.choice(self.names))
        words[0] = words[0].capitalize()
        return " ".join(words) + "."

    def fact(self):
        choose = self.rng.choice
        a, b = choose(self.people), choose(self.people)
        c, d = self.rng.sample(COUNTRIES, 2)
        f = choose(FIELDS)
        return choose([
            f"Bộ trưởng {f} {a} đã hội đàm với Bộ trưởng {f} {c} {b}.",
            f"Thủ tướng {c} {a} cảm ơn {d}; chúc mừng {c} và đề nghị Chính phủ {d} phối hợp.",
            f"Quan hệ hợp tác giữa {c} và {d} được củng cố, {c} viện trợ vật tư y tế giúp {d}.",
            f"Kết thúc hội đàm, Bộ trưởng {f} {a} và Bộ trưởng {f} {c} {b} đã ký kế hoạch hợp tác năm {self.rng.randint(2015, 2030)}.",
            f"{c} sẽ tổ chức Hội nghị Bộ trưởng {f} ASEAN lần thứ {self.rng.randint(2, 40)}.",
        ])

    def document(self, number):
        sentences = []
        for _ in range(self.rng.randint(10, 20)):
            # As many statements a byte as in seeds/.
            sentences.append(self.fact() if self.rng.random() < 0.37 else self.filler())
        date = f"{self.rng.randint(2015, 2025)}-{self.rng.randint(1, 12):02}-{self.rng.randint(1, 28):02}"
        lines = [" ".join(sentences[i : i + 4]) for i in range(0, len(sentences), 4)]
        return {"id": f"made/{number}", "date": date, "text": "\n".join(lines)}


def write_pack(folder, names, rules):
    (folder / "lexicon").mkdir(parents=True, exist_ok=True)
    base = ROOT / "rules" / "vi-diplomacy"
    (folder / "pack.yaml").write_text(
        f"name: made\nversion: 1.0.0\nlanguage: vi\nextends: {base}\n", encoding="utf-8")
    rows = ["type\tname"] + [f"Organization\t{name}" for name in names]
    (folder / "lexicon" / "names.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    entries = [
        f'- id: made-{i}\n  match: "{{a: Country}} .. [trao{i} giải{i}] <manner>* {{b: Country}}"\n'
        f"  edges: |\n    $a -aided-> $b\n"
        for i in range(rules)
    ]
    (folder / "relations.yaml").write_text("".join(entries) or "[]\n", encoding="utf-8")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--megabytes", type=float, default=10)
    parser.add_argument("--names", type=int, default=100_000)
    parser.add_argument("--rules", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    news = News(random.Random(options.seed), options.names)
    write_pack(options.folder / "pack", news.names, options.rules)
    (options.folder / "names.txt").write_text("\n".join(news.names) + "\n", encoding="utf-8")
    size, number = 0, 0
    with open(options.folder / "news.jsonl", "w", encoding="utf-8") as lines, \
         open(options.folder / "news.txt", "w", encoding="utf-8") as texts:
        while size < options.megabytes * 1e6:
            document = news.document(number)
            lines.write(json.dumps(document, ensure_ascii=False) + "\n")
            texts.write(document["text"] + "\n")
            size += len(document["text"].encode())
            number += 1


if __name__ == "__main__":
    main()
