"""补贴折算系数 of the demonstration."""

from yunguan.demo.centre import Centre


def test_every_formula_has_coefficients_and_longer_buses_more(centre: Centre) -> None:
    rows = centre.rows("subsidy_coefficient")
    assert {row["formula"] for row in rows} == {row["formula_no"] for row in centre.rows("subsidy_formula")}
    electric = [row["coefficient"] for row in rows if row["energy"] == "electric"]
    assert electric == sorted(electric)
