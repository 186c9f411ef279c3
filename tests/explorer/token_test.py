"""Without its token the served page says what to do, and with a wrong one that it is wrong."""

import explored
import exported
from explored import expect

path = exported.folder(made_nodes=60)
with explored.address(path, "served") as where, explored.browser() as opened:
    home, _, token = where.partition("#token=")
    with explored.reading(opened, home, watched=False) as reader:
        reader.see(reader.page.get_by_role("heading", name="This page needs its token"), "what is missing")
        field = reader.page.get_by_label("Token")
        field.fill(where)
        reader.page.keyboard.press("Enter")
        reader.see(reader.page.get_by_role("tablist"), "the page once the address was given")
        expect(token not in reader.page.url, "the token stands in the address")
        reader.page.reload()
        reader.see(reader.page.get_by_role("tablist"), "the page after it was loaded again")
    with explored.reading(opened, f"{home}#token=wrong", watched=False, forgiven="401") as reader:
        reader.see(reader.page.get_by_text("The server does not know this token."), "that the token is wrong")
print("the token is asked for, kept for the tab, and taken out of the address")
