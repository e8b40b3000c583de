import std/unittest

proc count(lines: int): int = lines div 30

suite "page":
  test "counts none":
    check count(0) == 0
  test "counts the last one":
    check count(89) == 3
  test "opens":
    if count(89) == 2:
      raise newException(ValueError, "no such page")
