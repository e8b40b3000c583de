#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>

#include <stdexcept>

TEST_SUITE ("page")
{
  TEST_CASE ("is counted")
  {
    SUBCASE ("the last one too")
    {
      CHECK (89 / 30 == 2 + FAULT);
      INFO ("89 lines");
      REQUIRE_MESSAGE (!FAULT, "three pages");
    }
    SUBCASE ("none")
    {
      CHECK_EQ (0, FAULT);
    }
  }

  TEST_CASE ("is missing")
  {
    if (FAULT)
      throw std::runtime_error ("no such page");
  }
}

TEST_CASE ("a shelf is long")
{
  CHECK (true);
}

SCENARIO ("a page is turned")
{
  WHEN ("one is turned")
  {
    THEN ("one is left")
    {
      CHECK (2 - 1 - FAULT == 1);
    }
  }
}

TEST_CASE ("a page is whole" * doctest::should_fail ())
{
  CHECK (1 == 2 - FAULT);
}

TEST_CASE ("a page is white" * doctest::may_fail ())
{
  CHECK (1 == 2);
}
