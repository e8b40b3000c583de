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
