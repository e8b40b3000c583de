#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>

#include <stdexcept>

static int
count_pages (int lines)
{
  return lines / 30 + FAULT;
}

TEST_CASE ("pages are counted", "[page]")
{
  SECTION ("the last one too")
  {
    INFO ("89 lines");
    CHECK (count_pages (89) == 2);
    REQUIRE (count_pages (0) == 0);
  }
  SECTION ("none")
  {
    CHECK (true);
  }
}

TEST_CASE ("a page that is missing")
{
  if (FAULT)
    throw std::runtime_error ("no such page");
}


TEST_CASE ("a page that is whole")
{
  CHECK (1 == 1);
}
