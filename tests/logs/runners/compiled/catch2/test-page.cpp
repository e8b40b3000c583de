#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>

#include <stdexcept>
#include <string>

static int
count_pages (int lines)
{
  return lines / 30 + FAULT;
}

static std::string
name_shelf ()
{
  return FAULT ? "the shelf for books without a name" : "the shelf below the window";
}

static int
close_page ()
{
  if (FAULT)
    throw std::runtime_error ("the page is bent");
  return 0;
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

TEST_CASE ("a shelf has a name")
{
  CHECK (name_shelf () == "the shelf below the window");
  REQUIRE (name_shelf ().size () == 26);
}

TEST_CASE ("a page is closed")
{
  REQUIRE (close_page () == 0);
}

SCENARIO ("a page is turned")
{
  GIVEN ("a book of two pages")
  {
    WHEN ("one is turned")
    {
      THEN ("one is left")
      {
        CHECK (2 - 1 - FAULT == 1);
      }
    }
  }
}

TEST_CASE ("a page that is whole")
{
  CHECK (1 == 1);
}
