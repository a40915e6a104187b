#!/usr/bin/env python3
"""The report in a real browser: folding, following a fact and back, showing only what decided, the keyboard, paper, both colour
schemes, a narrow screen, and the page without its script.

  python3 report.py PROGRAM BROWSER TESTS_FOLDER [--pictures FOLDER]

With --pictures it takes screenshots instead, for someone to look at."""

import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

from devtools import Browser

PROGRAM, BROWSER, TESTS = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
PICTURES = pathlib.Path(sys.argv[5]) if sys.argv[4:5] == ["--pictures"] else None

CASES = {
    "letter": TESTS / "cases/work-hardening-2015.yaml",
    "two": TESTS / "golden/review/favourable_two_requests.yaml",
    "decided": TESTS / "golden/review/injury_three_years_before.yaml",
    "list": TESTS / "golden/review/compound_cream.yaml",
}

# What the eye sees: an element with a box that no folding and no filter takes away.
SEEN = """
const seen = (element) => element.checkVisibility({visibilityProperty: true});
"""

# The address of which the page has been told. A browser changes the address and moves the focus first, and tells the page later:
# who goes on before that finds the focus moved back.
TOLD = """
window.told = location.hash;
addEventListener('hashchange', () => { window.told = location.hash; });
"""


class ReportInABrowser(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="warrant-report-")
        cls.files = {}
        for name, case in CASES.items():
            file = pathlib.Path(cls.folder.name) / (name + ".html")
            subprocess.run([PROGRAM, "review", case, "--format", "html", "-o", file], check=True)
            cls.files[name] = file
        cls.browser = Browser(BROWSER)
        cls.browser.call("Page.addScriptToEvaluateOnNewDocument", source=TOLD)

    @classmethod
    def tearDownClass(cls):
        cls.browser.__exit__()
        cls.folder.cleanup()

    def setUp(self):
        self.browser.scripts(True)
        self.browser.media()
        self.browser.size(1280)

    def open(self, name, fragment=""):
        # From elsewhere, so that it is loaded anew.
        self.browser.open("about:blank")
        self.browser.open(self.files[name].as_uri() + fragment)

    def run_there(self, expression):
        return self.browser.run("(() => {" + SEEN + "return " + expression + "})()")

    def part_of(self, fact):
        return self.run_there(f"document.querySelector('.part .why a[href=\"#{fact}\"]').closest('.part').id")

    def a_fact(self):
        """A fact that the reasons of a deciding part name."""
        return self.run_there("document.querySelector('.part[data-decides=\"yes\"] .why a.to-fact').getAttribute('href').slice(1)")

    def click(self, selector):
        self.run_there(f"document.querySelector({selector!r}).click()")
        # What folds is laid out with the next frame.
        self.browser.run("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))")

    def press_until(self, key, condition):
        """Presses a key and waits for what it does."""
        self.browser.press(key)
        self.browser.until(condition)

    # ---- the page as it opens

    def test_nothing_is_loaded_and_nothing_is_refused(self):
        self.open("letter")
        self.run_there("document.readyState")
        requested = [event["params"]["request"]["url"] for event in self.browser.events
                     if event.get("method") == "Network.requestWillBeSent"]
        self.assertEqual(requested, [self.files["letter"].as_uri()])
        # A style or script that its digest does not let in would be told here.
        self.assertEqual([event["params"]["entry"]["text"] for event in self.browser.events
                          if event.get("method") == "Log.entryAdded"], [])
        self.assertEqual([event for event in self.browser.events if event.get("method") == "Runtime.exceptionThrown"], [])
        self.assertTrue(self.run_there("seen(document.getElementById('tools'))"))
        self.assertEqual(self.run_there("getComputedStyle(document.querySelector('.skip')).position"), "absolute")

    def test_a_script_in_a_record_does_not_run(self):
        # Even if escaping were forgotten: the page lets only its own script in.
        text = self.files["letter"].read_text()
        spoilt = pathlib.Path(self.folder.name) / "spoilt.html"
        spoilt.write_text(text.replace("<h1>", "<h1><script>document.title = 'taken'</script>"))
        self.browser.open(spoilt.as_uri())
        self.assertNotEqual(self.run_there("document.title"), "taken")
        self.assertTrue(self.run_there("seen(document.getElementById('tools'))"))

    def test_without_its_script_all_is_there(self):
        self.browser.scripts(False)
        self.open("letter")
        folded = "Array.from(document.querySelectorAll('details')).filter((one) => !one.open).length"
        self.assertEqual(self.run_there(folded), 0)
        self.assertEqual(self.run_there("Array.from(document.querySelectorAll('main p, main li, main pre, main dd'))"
                                        ".filter((one) => !seen(one)).length"), 0)
        self.assertFalse(self.run_there("seen(document.getElementById('tools'))"))

    # ---- folding

    def test_reasons_fold_and_unfold(self):
        self.open("decided")
        decided = "document.querySelector('.part[data-decides=\"yes\"] .why ul')"
        other = "document.querySelector('.part[data-decides=\"no\"] .why ul')"
        self.assertTrue(self.run_there(f"seen({decided})"))
        self.assertFalse(self.run_there(f"seen({other})"))
        self.click(".part[data-decides=\"no\"] .why summary")
        self.assertTrue(self.run_there(f"seen({other})"))
        self.click("#fold")
        self.assertFalse(self.run_there(f"seen({decided})"))
        self.assertEqual(self.run_there("document.querySelectorAll('main details[open]').length"), 0)
        self.click("#unfold")
        self.assertTrue(self.run_there(f"seen({decided}) && seen({other})"))
        self.assertEqual(self.run_there("document.querySelectorAll('main details:not([open])').length"), 0)

    def test_the_rule_stands_beside_its_wording(self):
        self.open("letter")
        self.click("#unfold")
        boxes = self.run_there("Array.from(document.querySelector('.beside').children)"
                               ".map((one) => {const box = one.getBoundingClientRect(); return [box.left, box.top]})")
        self.assertEqual(len(boxes), 2)
        self.assertLess(boxes[0][0], boxes[1][0])
        self.assertEqual(boxes[0][1], boxes[1][1])
        self.assertEqual(self.run_there("document.querySelector('.beside .silent').textContent"), "source text not on file")
        self.assertIn("requires", self.run_there("document.querySelector('.beside pre').textContent"))

    # ---- following

    def test_a_fact_leads_to_all_that_used_it_and_back(self):
        self.open("letter")
        fact = self.a_fact()
        part = self.part_of(fact)
        self.click(f"#{part} .why a[href=\"#{fact}\"]")
        self.settle(fact)
        self.assertTrue(self.run_there("document.querySelector(':target').id === document.activeElement.id"))
        uses = self.run_there(f"Array.from(document.querySelectorAll('#{fact} ul.uses a')).map((a) => a.hash.slice(1))")
        readers = self.run_there("Array.from(document.querySelectorAll('.part')).filter((part) => "
                                 f"part.querySelector('a[href=\"#{fact}\"]')).map((part) => part.id)")
        self.assertEqual(sorted(uses), sorted(readers))
        self.assertIn(part, uses)
        self.click("#fold")
        self.click(f"#{fact} ul.uses a[href=\"#{part}\"]")
        self.settle(part)
        # What it led to is unfolded, in view, and marked by more than its colour.
        self.assertTrue(self.run_there(f"seen(document.querySelector('#{part} .why ul'))"))
        top = self.run_there(f"document.getElementById('{part}').getBoundingClientRect().top")
        tools = self.run_there("document.getElementById('tools').getBoundingClientRect().bottom")
        self.assertGreaterEqual(top, tools)
        self.assertLess(top, 900)
        self.assertNotEqual(self.run_there("getComputedStyle(document.querySelector(':target')).boxShadow"), "none")
        self.browser.run("history.back()")
        self.settle(fact)

    def settle(self, target):
        """Waits until the page has followed a link."""
        self.browser.until(f"window.told === '#{target}' && document.activeElement.id === '{target}'")

    def test_a_document_leads_to_what_it_states(self):
        self.open("letter")
        fact = self.run_there("document.querySelector('#document-1 .links a').hash.slice(1)")
        self.click("#document-1 .links a")
        self.settle(fact)
        self.click(f"#{fact} .statements a[href=\"#document-1\"]")
        self.settle("document-1")

    def test_an_address_with_a_part_opens_it(self):
        self.open("decided")
        part = self.run_there("document.querySelector('.part[data-decides=\"no\"]').id")
        self.open("decided", "#" + part)
        self.settle(part)
        self.assertTrue(self.run_there(f"seen(document.querySelector('#{part} .why ul'))"))

    # ---- only what decided

    def test_the_filter_leaves_what_decided(self):
        self.open("decided")
        seen = "Array.from(document.querySelectorAll('.part')).filter(seen).map((part) => part.dataset.decides)"
        everything = self.run_there(seen)
        self.assertIn("no", everything)
        self.click("#only-deciding")
        self.assertEqual(self.run_there("document.getElementById('only-deciding').getAttribute('aria-pressed')"), "true")
        self.assertEqual(set(self.run_there(seen)), {"yes"})
        count = everything.count("yes")
        self.assertEqual(self.run_there("document.getElementById('shown').textContent"),
                         f"{count} of {len(everything)} parts are shown.")
        facts = self.run_there("Array.from(document.querySelectorAll('.fact')).filter(seen).length")
        self.assertGreater(facts, 0)
        self.assertLess(facts, self.run_there("document.querySelectorAll('.fact').length"))
        self.click("#only-deciding")
        self.assertEqual(self.run_there(seen), everything)
        self.assertEqual(self.run_there("document.getElementById('only-deciding').getAttribute('aria-pressed')"), "false")

    def test_what_a_link_leads_to_is_not_filtered_away(self):
        self.open("decided")
        self.click("#only-deciding")
        hidden = self.run_there("document.querySelector('.part[data-decides=\"no\"]').id")
        self.browser.run(f"location.hash = '#{hidden}'")
        self.settle(hidden)
        self.assertTrue(self.run_there(f"seen(document.getElementById('{hidden}'))"))
        self.assertEqual(self.run_there("document.getElementById('only-deciding').getAttribute('aria-pressed')"), "false")

    def test_a_link_followed_twice_leads_there_twice(self):
        self.open("decided")
        hidden = self.run_there("document.querySelector('.part[data-decides=\"no\"]').id")
        fact = self.run_there(f"document.querySelector('#{hidden} a.to-fact').hash.slice(1)")
        back = f"#{fact} ul.uses a[href=\"#{hidden}\"]"
        self.click(back)
        self.settle(hidden)
        self.click("#fold")
        self.click("#only-deciding")
        self.assertFalse(self.run_there(f"seen(document.getElementById('{hidden}'))"))
        self.click(back)
        self.settle(hidden)
        self.assertTrue(self.run_there(f"seen(document.querySelector('#{hidden} .why ul'))"))

    # ---- the keyboard

    def test_the_keyboard_reaches_and_does_everything(self):
        self.open("decided")
        self.tab()
        self.assertEqual(self.run_there("document.activeElement.className"), "skip")
        self.assertTrue(self.run_there("document.activeElement.getBoundingClientRect().left >= 0"))
        self.browser.press("Enter")
        self.settle("findings")
        self.open("decided")
        self.tab_to("document.activeElement.id === 'only-deciding'")
        self.assertNotEqual(self.run_there("getComputedStyle(document.activeElement).outlineStyle"), "none")
        self.press_until(" ", "document.activeElement.getAttribute('aria-pressed') === 'true'")
        self.press_until("Enter", "document.activeElement.getAttribute('aria-pressed') === 'false'")
        self.tab_to("document.activeElement.matches('.part .why > summary')")
        was = "true" if self.run_there("document.activeElement.parentElement.open") else "false"
        self.press_until("Enter", "document.activeElement.parentElement.open !== " + was)
        self.press_until(" ", "document.activeElement.parentElement.open === " + was)
        self.click("#unfold")
        self.tab_to("document.activeElement.matches('.part a.to-fact')")
        fact = self.run_there("document.activeElement.hash.slice(1)")
        self.browser.press("Enter")
        self.settle(fact)
        # From where the link led, the next step is inside it: the way back.
        self.tab_to(f"document.activeElement.closest('#{fact}') !== null && document.activeElement.matches('ul.uses a')", most=12)
        part = self.run_there("document.activeElement.hash.slice(1)")
        self.browser.press("Enter")
        self.settle(part)

    def tab(self):
        """The next step of the focus; it has come when another element has it."""
        self.browser.run("window.focusBefore = document.activeElement; true")
        self.press_until("Tab", "document.activeElement !== window.focusBefore")

    def tab_to(self, where, most=80):
        for _ in range(most):
            self.tab()
            if self.run_there(where):
                return
        self.fail("Tab does not reach " + where)

    def test_a_screen_reader_finds_names_and_landmarks(self):
        self.open("two")
        nodes = self.browser.call("Accessibility.getFullAXTree")["nodes"]
        named = [(node["role"]["value"], node.get("name", {}).get("value", "")) for node in nodes if not node.get("ignored")]
        roles = [role for role, _ in named]
        for landmark in ("banner", "navigation", "main", "contentinfo", "status"):
            self.assertEqual(roles.count(landmark), 1, landmark)
        for role, name in named:
            if role in ("button", "link", "article", "heading", "DisclosureTriangle"):
                self.assertTrue(name, role + " without a name")
        self.assertIn(("button", "Only what decided"), named)
        levels = self.run_there("Array.from(document.querySelectorAll('h1,h2,h3,h4,h5')).map((one) => Number(one.tagName[1]))")
        for before, after in zip(levels, levels[1:]):
            self.assertLessEqual(after, before + 1)

    # ---- paper

    def test_paper_shows_all(self):
        self.open("decided")
        self.click("#fold")
        self.click("#only-deciding")
        self.browser.media("print")
        texts = "Array.from(document.querySelectorAll('main p, main li, main pre, main dd'))"
        self.assertGreater(self.run_there(texts + ".length"), 100)
        self.assertEqual(self.run_there(texts + ".filter((one) => !seen(one) || one.getBoundingClientRect().height === 0).length"), 0)
        self.assertFalse(self.run_there("seen(document.getElementById('tools'))"))
        self.browser.media()
        folded = pages_of(self.browser.pdf())
        # Printed or not, the screen stays as it was.
        self.browser.until("document.querySelectorAll('main details[open]').length === 0")
        self.click("#unfold")
        self.click("#only-deciding")
        self.assertGreater(folded, 2)
        self.assertEqual(folded, pages_of(self.browser.pdf()))

    # ---- looks

    def test_words_stand_out_in_both_schemes(self):
        for scheme in ("light", "dark"):
            self.browser.media("", scheme)
            self.open("letter")
            self.click("#unfold")
            for text, ratio in self.browser.run(CONTRASTS):
                self.assertGreaterEqual(ratio, 4.5, f"{scheme}: {text}")
        self.assertNotEqual(*[self.ground(scheme) for scheme in ("light", "dark")])

    def ground(self, scheme):
        self.browser.media("", scheme)
        return self.run_there("getComputedStyle(document.body).backgroundColor")

    def test_a_status_never_speaks_by_colour_alone(self):
        self.open("letter")
        coloured = "Array.from(document.querySelectorAll('.good, .bad, .open, .decides'))"
        self.assertGreater(self.run_there(coloured + ".length"), 10)
        self.assertEqual(self.run_there(coloured + ".filter((one) => !/[a-z]{3}/i.test(one.textContent)).length"), 0)

    def test_nothing_runs_off_a_screen(self):
        for width in (320, 390, 768, 1280):
            self.browser.size(width)
            for name in self.files:
                self.open(name)
                self.click("#unfold")
                self.assertLessEqual(self.run_there("document.documentElement.scrollWidth"), width, f"{name} at {width}")


def pages_of(pdf):
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


# Of every text that is seen, its ratio of contrast as the Web Content Accessibility Guidelines count it.
CONTRASTS = """
(() => {
  const parts = (colour) => colour.match(/[0-9.]+/g).map(Number);
  const light = (colour) => {
    const [r, g, b] = parts(colour).map((c) => c / 255).map((c) => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if (parts(colour)[3] !== 0) return colour;
    }
    return 'rgb(255, 255, 255)';
  };
  return Array.from(document.querySelectorAll('body *'))
    .filter((one) => one.checkVisibility() && Array.from(one.childNodes).some((node) => node.nodeType === 3 && node.data.trim()))
    .map((one) => {
      const [a, b] = [light(getComputedStyle(one).color), light(ground(one))].sort((x, y) => y - x);
      return [one.textContent.slice(0, 60), (a + 0.05) / (b + 0.05)];
    });
})()
"""

def take_pictures(folder):
    """What the tests have seen, for someone to look at."""
    folder.mkdir(parents=True, exist_ok=True)
    ReportInABrowser.setUpClass()
    there = ReportInABrowser()
    for width in (1280, 390):
        for scheme in ("light", "dark"):
            there.browser.size(width)
            there.browser.media("", scheme)
            for name in there.files:
                there.open(name)
                there.browser.screenshot(folder / f"{name}-{width}-{scheme}.png", whole=True)
            there.open("decided", "#" + there.a_fact())
            there.browser.screenshot(folder / f"target-{width}-{scheme}.png")
    there.browser.media()
    there.open("letter")
    (folder / "letter.pdf").write_bytes(there.browser.pdf())
    ReportInABrowser.tearDownClass()


if __name__ == "__main__":
    if PICTURES:
        take_pictures(PICTURES)
    else:
        unittest.main(argv=sys.argv[:1], verbosity=2)
