"""One network, computed four times: Keras, the formula in numpy, whole numbers in Python, and in numpy; and one
tokenizer, whose counts are the same in training and in the hook."""

from __future__ import annotations

import pytest

pytest.importorskip("numpy", reason="a training computes with numpy")
import numpy as np

from langdetect_hook.claims.make_table import table_text
from langdetect_hook.files.content import content_from_bytes
from langdetect_hook.network import assets, tokenizer
from langdetect_hook.network.exact import ACTIVATION_STEPS, LARGEST_ACTIVATION, norm, rows_by_weight
from langdetect_hook.network.excerpt import excerpt
from langdetect_hook.network.vocabulary import weight
from tests.conftest import CHECKOUT
from tests.training.brew import NAMES, write_brew_corpus

pytest.importorskip("tensorflow")
from langdetect_hook.training import data as corpus_data
from langdetect_hook.training import decision, fit, quantize
from langdetect_hook.training import model as network
from langdetect_hook.training.encoding import Text, encode
from langdetect_hook.training.options import parse
from langdetect_hook.training.samples import WHOLE, Forgotten, Samples, is_word
from langdetect_hook.training.split import TRAINING
from langdetect_hook.training.train import learn

pytestmark = pytest.mark.slow
TEMPERATURE = 1.25
# What Keras learned on Brew, Python and Ruby it is asked about files that a person wrote.
FILES = [
    "README.md",
    "model_assets/languages.tsv",
    "setup.cfg",
    *(str(path.relative_to(CHECKOUT)) for path in sorted((CHECKOUT / "langdetect_hook").rglob("*.py"))[::11]),
    "tests/training/written_corpus.py",
]


class Agreeing:
    """A network as Keras trained it, as the hook loads it, and texts as both read them."""

    def __init__(self, folder) -> None:
        write_brew_corpus(folder / "corpus")
        (folder / "names.tsv").write_text(NAMES)
        sizes = [
            "--tokens",
            "400",
            "--pairs",
            "500",
            "--triples",
            "200",
            "--gaps",
            "100",
            "--units",
            "24",
            "--epochs",
            "2",
        ]
        options = parse([str(folder / "corpus"), "--names", str(folder / "names.tsv"), "--output", str(folder), *sizes])
        data = corpus_data.load(options.corpus, 0, 1, ["Brew"])
        trained = learn(data, options, (TRAINING,))
        self.keras = trained.model
        self.weights = network.weights_of(trained.model)
        self.selection = trained.selection
        labels = [assets.Label(name, 6) for name in data.labels]
        quantized = quantize.quantize(self.weights, TEMPERATURE)
        (folder / assets.LANGUAGE_TABLE).write_text(table_text(data.labels, options.own), encoding="utf-8")
        quantize.write_assets(str(folder), self.selection, quantized, labels, decision.bundled())
        self.model = assets.load(str(folder))
        contents = [(CHECKOUT / name).read_bytes() for name in FILES]
        self.texts = [excerpt(content_from_bytes(content).text or "") for content in contents]
        *_, self.streams = encode([Text(content, "Python") for content in contents], 1)
        self.samples = Samples(self.streams, self.selection)
        self.spans = [self.samples.window(text, WHOLE, np.random.default_rng(0)) for text in range(len(FILES))]

    def features(self) -> np.ndarray:
        """What the hook feeds its network, as floating-point numbers [files, F]."""
        x = np.zeros((len(FILES), self.samples.rows))
        for text, row in zip(self.texts, x, strict=True):
            counts = self.model.vocabulary.counts(text)
            row[list(counts)] = [weight(count) for count in counts.values()]
            row /= norm(rows_by_weight(counts))
        return x

    def hidden(self) -> np.ndarray:
        """elu(x @ W1 + b1) of the features."""
        before = self.features() @ self.weights.hidden.astype(float) + self.weights.hidden_bias
        return np.where(before > 0, before, np.expm1(before))

    def formula(self) -> np.ndarray:
        """elu(x @ W1 + b1) @ W2 + b2 of the features."""
        return self.hidden() @ self.weights.output.astype(float) + self.weights.output_bias


@pytest.fixture(scope="module")
def agreeing(tmp_path_factory):
    return Agreeing(tmp_path_factory.mktemp("agreeing"))


def softmax(logits):
    shifted = np.exp(logits - logits.max(1, keepdims=True))
    return shifted / shifted.sum(1, keepdims=True)


def test_keras_computes_the_formula(agreeing):
    logits = fit.predict(agreeing.keras, agreeing.samples, agreeing.spans)
    assert np.ptp(logits) > 1  # it has learned something to agree about
    assert np.abs(logits - agreeing.formula()).max() < 1e-4
    assert np.abs(softmax(logits.astype(float)) - softmax(agreeing.formula())).max() < 1e-5


def test_the_integers_are_near_the_formula(agreeing):
    """Each rounding is off by half a step at most: of the hidden weights, the activations, the output weights and the
    output bias. The bound is their sum; errors of both signs make the real difference a fraction of it."""
    exact = agreeing.formula()
    integers = np.array([agreeing.model.logits(agreeing.model.vocabulary.counts(text)) for text in agreeing.texts])
    logits = integers * agreeing.model.network.output_scale * TEMPERATURE
    weights = agreeing.weights
    hidden_step = np.abs(weights.hidden).max(0) / 127
    output_step = np.abs(weights.output).max() / 1023
    assert agreeing.hidden().max() < LARGEST_ACTIVATION / ACTIVATION_STEPS
    off_hidden = agreeing.features().sum(1)[:, None] * hidden_step / 2 + 0.5 / ACTIVATION_STEPS
    off = (
        off_hidden @ (np.abs(weights.output) + output_step / 2)
        + np.abs(agreeing.hidden()).sum(1)[:, None] * output_step / 2
        + output_step / ACTIVATION_STEPS
    )
    assert (np.abs(logits - exact) <= off).all()
    assert np.abs(logits - exact).max() < 0.05
    assert (logits.argmax(1) == exact.argmax(1)).all()
    assert np.abs(softmax(logits) - softmax(exact)).max() < 0.01


def test_many_files_are_given_the_same_integers(agreeing, tmp_path):
    counts = [agreeing.model.vocabulary.counts(text) for text in agreeing.texts]
    few = [agreeing.model.logits(each) for each in counts]
    many = assets.load(agreeing.model.folder)
    many.prepare_for_many()
    assert [many.logits(each) for each in counts] == few
    assert [many.vocabulary.counts(text) for text in agreeing.texts] == counts


def learned_from(agreeing, span) -> dict[int, int]:
    """The weights of a training sample: {row: weight}, its norm taken back."""
    batch = agreeing.samples.batch([span])
    rows = batch.places[:, 1].tolist()
    length = np.linalg.norm(batch.values.astype(float))  # the values are weights / sqrt(|weights|)
    found = batch.values * length
    assert np.abs(found - np.rint(found)).max(initial=0) < 1e-3
    return dict(zip(rows, np.rint(found).astype(int).tolist(), strict=True))


def computed_by_the_hook(agreeing, text) -> dict[int, int]:
    return {row: weight(count) for row, count in agreeing.model.vocabulary.counts(text).items()}


def test_training_and_hook_count_alike(agreeing):
    for text, span in zip(agreeing.texts, agreeing.spans, strict=True):
        assert learned_from(agreeing, span) == computed_by_the_hook(agreeing, text)


@pytest.mark.parametrize("lines", [1, 3, 10, 60])
def test_windows_are_what_the_hook_would_read_of_them(agreeing, lines):
    generator = np.random.default_rng(lines)
    for number, text in enumerate(agreeing.texts):
        places = [match.span() for match in tokenizer.TOKEN.finditer("\n" + text)]
        begin, end = agreeing.samples.window(number, lines, generator)
        first, last = begin - agreeing.streams.starts[number], end - agreeing.streams.starts[number]
        piece = ("\n" + text)[places[first][0] : places[last - 1][1]]
        assert learned_from(agreeing, (begin, end)) == computed_by_the_hook(agreeing, piece)
        starts = [token for token in tokenizer.split(piece) if "\n" in token]
        assert len(starts) == min(lines, agreeing.samples.lines(number))


def test_a_batch_is_its_samples_one_by_one(agreeing):
    together = agreeing.samples.batch(agreeing.spans)
    for number, span in enumerate(agreeing.spans):
        alone = agreeing.samples.batch([span])
        mine = together.places[:, 0] == number
        assert (together.places[mine, 1] == alone.places[:, 1]).all()
        assert (together.values[mine] == alone.values).all()


def test_predictions_are_traced_once(agreeing):
    for size in (1, 3, len(agreeing.spans)):
        fit.predict(agreeing.keras, agreeing.samples, agreeing.spans[:size])
    assert agreeing.keras.infer.experimental_get_tracing_count() == 1


class _All(Forgotten):
    """Every word is forgotten."""

    def are(self, row, sample):
        return np.ones(len(row), bool)


def test_nothing_is_forgotten_where_the_share_is_none(agreeing):
    forgotten = Forgotten(len(agreeing.spans), 0.0, np.random.default_rng(0))
    whole, same = agreeing.samples.batch(agreeing.spans), agreeing.samples.batch(agreeing.spans, forgotten)
    assert (whole.places == same.places).all()
    assert (whole.values == same.values).all()


def test_a_forgotten_word_counts_as_its_shape(agreeing):
    """As the hook would count it if the vocabulary lacked it; the pairs, triples and gaps that it was in are gone."""
    places = agreeing.samples.batch(agreeing.spans, _All(0, 0.0, np.random.default_rng(0))).places
    names = agreeing.selection.names
    words = {row for row, name in enumerate(names) if is_word(name)}
    shapes = {row for row, name in enumerate(names) if name in tokenizer.SHAPES}
    seen = set(places[:, 1].tolist())
    assert words and seen.isdisjoint(words)
    assert seen & shapes
    described = [agreeing.model.vocabulary.describe(row).split(" ") for row in seen if row >= len(names)]
    assert described, "pairs of what is no word stay"
    assert not any(is_word(part) for parts in described for part in parts)


def test_about_the_share_is_forgotten_alike_wherever_a_word_stands():
    rows, samples = np.tile(np.arange(2_000, dtype=np.int32), 20), np.repeat(np.arange(20), 2_000)
    forgotten = Forgotten(20, 0.15, np.random.default_rng(3))
    gone = forgotten.are(rows, samples)
    assert gone.mean() == pytest.approx(0.15, abs=0.06)
    assert (gone == forgotten.are(rows, samples)).all()
    assert len({tuple(part) for part in gone.reshape(20, -1).tolist()}) > 15, "each sample forgets others"
