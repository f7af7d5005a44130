"""A small corpus that tests write themselves: made-up programs in seven languages, by a seeded generator."""

from __future__ import annotations

import random
import re
from pathlib import Path

WORDS = [
    "account",
    "batch",
    "cache",
    "client",
    "count",
    "entry",
    "file",
    "frame",
    "handle",
    "index",
    "item",
    "limit",
    "node",
    "order",
    "page",
    "queue",
    "row",
    "size",
    "user",
]

# Statements of each language, with a line of dots between them. A lone capital stands for one of WORDS.
_STATEMENTS = {
    "C": """\
#include <A.h>
....
static int A_B(struct C *D, size_t E)
{
	if (!D->E)
		return -1;
	return D->E + 2;
}
....
int A_B(const char *C)
{
	char *D = malloc(sizeof(*D) * 8);

	memset(D, 0, 8);
	free(D);
	return 0;
}
....
static void A(void)
{
	for (int i = 0; i < 9; i++)
		printf("%d\\n", B[i]->C);
}
""",
    "C++": """\
#include <A>
#include <vector>
....
namespace A {

class B : public C {
 public:
  explicit B(const std::string& D);
  virtual ~B() = default;
};

}
....
template <typename T>
std::vector<T> A(const std::vector<T>& B) {
  std::vector<T> C;
  for (const auto& D : B) {
    C.push_back(D);
  }
  return C;
}
....
void A::B() {
  std::cout << "C" << std::endl;
  auto D = std::make_unique<E>(*this);
}
""",
    "Java": """\
import java.util.A;
import java.util.List;
....
public class A extends B {
    private final List<String> C = new ArrayList<>();

    @Override
    public String toString() {
        return C.toString();
    }
}
....
    public static void A(String[] B) throws IOException {
        System.out.println(B.length);
        throw new IllegalStateException();
    }
""",
    "JavaScript": """\
'use strict';
const A = require('B');
....
function A(B, C) {
  var D = this;
  if (B === undefined) {
    return null;
  }
  return D.C.map(function (E) { return E.B; });
}
....
module.exports = {
  A: async (B) => {
    const C = await B.D();
    console.log(C);
  },
};
....
A.on('B', (C) => {
  let D = JSON.parse(C);
  D.E = typeof C !== 'string';
});
""",
    "PHP": """\
<?php

namespace A\\B;

use C\\D;
....
class A extends B
{
    public function C(array $D)
    {
        $this->E = $D['E'];
        return $this;
    }
}
....
foreach ($A as $B => $C) {
    echo $C->D($B) . PHP_EOL;
}
....
    private function A($B = null)
    {
        if (!isset($this->C[$B])) {
            throw new \\Exception('D');
        }
        return array_merge($B, $this->C);
    }
""",
    "Python": """\
import A
from B import C
....
class A(B):
    def __init__(self, C=None):
        self.D = C or []

    def E(self):
        return [each for each in self.D if each is not None]
....
def A(B, *C):
    for D in B:
        if not D:
            raise ValueError(D)
        elif D in C:
            yield D
....
def A(B):
    with open(B) as C:
        return len(C.read())


if __name__ == '__main__':
    print(A('D'))
""",
    "Ruby": """\
require 'A'
require_relative 'B'
....
module A
  class B < C
    attr_reader :D

    def initialize(D)
      @D = D
    end
  end
end
....
  def A(B)
    return unless B.nil?
    @C.each do |D|
      puts D.E
    end
  end
....
A.map { |B| B.C }.select do |D|
  D.nil? || raise(ArgumentError, :E)
end
""",
}
STATEMENTS = {language: text.split("....\n") for language, text in _STATEMENTS.items()}

# What lines of every language are made of: most of what one counts in a real file tells nothing.
MARKS = [
    "=",
    "==",
    "+",
    "-",
    "*",
    "/",
    "<",
    ">",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ",",
    ";",
    ":",
    ".",
    "!=",
    "&&",
    "||",
    "+=",
    "-=",
    "->",
    "()",
    "[]",
    ");",
    "0",
    "1",
    "2",
    "8",
]
_PLACE = re.compile("(?<![A-Za-z0-9])[A-E](?![A-Za-z0-9])")


def program(language: str, generator: random.Random, statements: int, common: int = 1) -> str:
    """A made-up text in one of the languages: with each statement `common` lines of no language."""
    written = []
    for statement in generator.choices(STATEMENTS[language], k=statements):
        words = dict(zip("ABCDE", generator.choices(WORDS, k=5), strict=True))
        written.append(_PLACE.sub(lambda place, words=words: words[place[0]], statement))
        written += [" ".join(generator.choices((*WORDS, *MARKS), k=10)) for _ in range(common)]
    return "\n".join(written)


def write_corpus(
    folder: Path,
    projects: int = 8,
    files: int = 5,
    statements: tuple[int, int] = (2, 30),
    common: int = 1,
    seed: int = 0,
) -> Path:
    """`folder`, with <language>/<project>/<file> written below it."""
    generator = random.Random(seed)
    for language in STATEMENTS:
        for project in range(projects):
            home = folder / language / f"{language}-{project}"
            home.mkdir(parents=True)
            for number in range(files):
                text = program(language, generator, generator.randint(*statements), common)
                (home / f"{number}.txt").write_text(text, encoding="utf-8")
    return folder
