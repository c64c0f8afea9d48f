from tests.ringcentral.error_codes_page import PAGE, page


def test_the_page_says_what_the_data_says() -> None:
    assert PAGE.read_text(encoding="utf-8") == page()


def test_no_entry_breaks_the_table() -> None:
    rows = page().split("|---|\n")[1].splitlines()

    assert {row.count("|") for row in rows} == {8}
