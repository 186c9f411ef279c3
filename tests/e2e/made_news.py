"""Small made documents in Vietnamese: sentences of our own, with seeded choices of who, where and when."""

import random

COUNTRIES = ["Lào", "Campuchia", "Thái Lan", "Trung Quốc", "Nhật Bản", "Hàn Quốc", "Ấn Độ", "Pháp", "Nga", "Cuba"]
PLACES = ["Hà Nội", "Bắc Kinh", "Trùng Khánh"]
FAMILY = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi"]
MIDDLE = ["Văn", "Thị", "Minh", "Quốc", "Thanh"]
GIVEN = ["An", "Bình", "Cường", "Dũng", "Hà", "Hạnh", "Khánh", "Lan", "Mai", "Sơn", "Tuấn", "Yến"]
FOREIGN = ["Kan", "Sok", "Maro", "Tani", "Belo", "Vansi", "Kimura", "Petro", "Rami", "Loren"]
PORTFOLIOS = ["Ngoại giao", "Công an", "Nội vụ", "Quốc phòng"]

SENTENCES = [
    "Ngày {date}, tại {place}, Bộ trưởng {portfolio} {vietnamese} đã hội đàm với "
    "Bộ trưởng {portfolio} {country} {foreign}.",
    "Sáng {day}, Bộ trưởng {portfolio} {vietnamese} gặp Ngoại trưởng {country} {foreign}.",
    "Bộ trưởng {portfolio} {vietnamese} đã ký kế hoạch hợp tác năm {year} với "
    "Bộ trưởng {portfolio} {country} {foreign}.",
    "Bộ trưởng {portfolio} {vietnamese} cảm ơn {country} và đề nghị {country} tạo điều kiện cho doanh nghiệp.",
    "Kim ngạch thương mại giữa Việt Nam và {country} tăng mạnh.",
    "Quan hệ hợp tác giữa Việt Nam và {country} phát triển.",
    "Bộ trưởng {portfolio} {vietnamese} chưa gặp Ngoại trưởng {country} {foreign}.",
    "Ngoại trưởng {country} {foreign} dự Hội nghị cấp cao ASEAN.",
    "{country} đã viện trợ vắc-xin giúp Việt Nam chống dịch.",
]


def make_documents(count, seed):
    """Dictionaries as in JSON lines. Those with an even number have only `id` and `text`, so they can be
    text files too; every tenth repeats the text of the one before, as newspapers do."""
    choice = random.Random(seed)
    documents = []
    for number in range(count):
        document = {"id": f"day/{number:03}", "text": text(choice)}
        if number % 10 == 9:
            document["text"] = documents[-1]["text"]
        if number % 2 == 1:
            document |= {"date": f"2021-{choice.randint(1, 12):02}-{choice.randint(1, 28):02}",
                         "url": f"https://news.example.org/{number}", "title": f"Tin số {number} & \"khác\""}
        documents.append(document)
    return documents


def text(choice):
    country = choice.choice(COUNTRIES)
    year, month, day = choice.randint(2019, 2023), choice.randint(1, 12), choice.randint(1, 28)
    words = {
        "country": country, "place": choice.choice(PLACES), "portfolio": choice.choice(PORTFOLIOS),
        "vietnamese": " ".join(choice.choice(part) for part in (FAMILY, MIDDLE, GIVEN)),
        "foreign": " ".join(choice.sample(FOREIGN, 2)),
        "date": f"{day}/{month}/{year}", "day": f"{day}/{month}", "year": year,
    }
    return " ".join(sentence.format(**words) for sentence in choice.sample(SENTENCES, choice.randint(2, 5)))
