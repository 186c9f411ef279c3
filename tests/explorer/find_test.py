"""Names are found as they are typed, and lead into the picture."""

import re

import explored
from explored import expect


def without_diacritics(reader, path):
    """a name typed without diacritics is found, Enter opens its card"""
    reader.open_node("bui thanh", "Bùi Thanh Sơn")
    expect(reader.page.get_by_role("listbox").is_hidden(), "the list stays open")


def d_with_stroke(reader, path):
    """đ is found by d"""
    found = reader.search("dai hoi")
    reader.see(found.get_by_role("option", name=re.compile("^Đại hội")), "Đại hội")


def by_arrows(reader, path):
    """arrows choose among several, Escape lets go"""
    found = reader.search("bo")
    reader.see(found.get_by_role("option"), "something found")
    options = found.get_by_role("option")
    expect(options.count() > 2, "too few names for this test")
    expect(options.nth(0).get_attribute("aria-selected") == "true", "the first is not chosen")
    reader.page.keyboard.press("ArrowDown")
    expect(options.nth(1).get_attribute("aria-selected") == "true", "ArrowDown does not choose the second")
    reader.page.keyboard.press("ArrowUp")
    reader.page.keyboard.press("ArrowUp")
    last = options.nth(options.count() - 1)
    expect(last.get_attribute("aria-selected") == "true", "ArrowUp does not come round to the last")
    name = last.locator(".name").first.inner_text()
    reader.page.keyboard.press("Enter")
    reader.see(reader.details().get_by_role("heading", name=name, level=2), f"the card of {name}")


def nothing(reader, path):
    """what is not there is said to be not there"""
    reader.search("zzzz qqqq")
    reader.see(reader.page.get_by_text("No name holds these words."), "that nothing is found")
    reader.page.keyboard.press("Escape")
    expect(reader.page.get_by_role("combobox", name="Find a name").input_value() == "", "Escape leaves the words")


def late(reader, path):
    """an answer that comes after Escape does not open the list again"""
    if explored.FORM == "file":
        reader.search("bo")
        reader.page.keyboard.press("Escape")
    else:
        waiting = []
        reader.page.route("**/api/search?*", lambda route: waiting.append(route))
        reader.page.keyboard.press("/")
        with reader.page.expect_request("**/api/search?*"):
            reader.page.keyboard.type("bo")
        reader.page.keyboard.press("Escape")
        for route in waiting:
            with reader.page.expect_response("**/api/search?*"):
                route.continue_()
        reader.page.wait_for_timeout(300)
    expect(reader.page.get_by_role("listbox").is_hidden(), "the list opened though it was closed")


def jumps(reader, path):
    """the found node comes into the middle of the picture"""
    reader.open_node("trung khanh", "Trùng Khánh")
    expect_in_the_middle(reader, "Trùng Khánh")


def jumps_early(reader, path):
    """so it does in a picture that is asked for before it is drawn"""
    reader.page.add_init_script("""
        const next = window.requestAnimationFrame.bind(window);
        const held = [];
        window.requestAnimationFrame = (work) => held.push(work);
        addEventListener("click", (event) => {
          if (event.target.textContent !== "Picture as SVG") return;
          window.requestAnimationFrame = next;
          held.splice(0).forEach((work) => next(work));
        });
    """)
    reader.page.reload()
    reader.see(reader.page.get_by_role("tablist"), "the page")
    reader.open_node("trung khanh", "Trùng Khánh")
    expect(reader.page.locator("#picture").get_attribute("aria-busy") == "true", "the picture was drawn too soon")
    expect_in_the_middle(reader, "Trùng Khánh")


def expect_in_the_middle(reader, name):
    x, y = reader.places()[0][name]
    box = reader.page.locator("#picture").bounding_box()
    off = abs(x - box["x"] - box["width"] / 2) + abs(y - box["y"] - box["height"] / 2)
    expect(off < 5, f"the node is {off} from the middle")


explored.run([without_diacritics, d_with_stroke, by_arrows, nothing, late, jumps, jumps_early])
