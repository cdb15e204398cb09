"""The trades of each split; those of the test split never appear in the tune split."""

from bench.audit.corpus.trades.agriculture import AGRICULTURE
from bench.audit.corpus.trades.civil import CIVIL
from bench.audit.corpus.trades.culture import CULTURE
from bench.audit.corpus.trades.education import EDUCATION
from bench.audit.corpus.trades.forestry import FORESTRY
from bench.audit.corpus.trades.health import HEALTH
from bench.audit.corpus.trades.market import MARKET
from bench.audit.corpus.trades.transport import TRANSPORT
from bench.audit.corpus.trades.water import WATER

TUNE = (AGRICULTURE, EDUCATION, WATER, TRANSPORT, CULTURE)
TEST = (HEALTH, FORESTRY, MARKET, CIVIL)
