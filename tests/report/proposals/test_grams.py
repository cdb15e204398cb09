from yunguan.report.proposals.grams import Weights, grams


def test_pairs_do_not_cross_marks() -> None:
    assert grams("来访（人）") == {"来访", "人"}


def test_names_for_one_thing_are_one() -> None:
    assert grams("巡游出租汽车") == grams("巡游出租车")


def test_a_rare_pair_tells_more_than_a_common_one() -> None:
    weights = Weights.of(["驾校数量", "教练数量", "车辆数量", "数量"])

    wanted = grams("驾校数量")
    assert weights.covered(wanted, (1.0, grams("驾校"))) > weights.covered(wanted, (1.0, grams("数量")))
    assert weights.covered(wanted, (1.0, wanted)) == 1.0
    assert weights.shared(wanted, grams("船舶")) == 0.0
