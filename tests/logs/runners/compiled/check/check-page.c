#include <check.h>
#include <stdlib.h>

START_TEST (counts)
{
  ck_assert_int_eq (89 / 30, 2 + FAULT);
}
END_TEST

START_TEST (opens)
{
  if (FAULT)
    abort ();
}
END_TEST

START_TEST (closes)
{
  ck_assert (1);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("page");
  TCase *core = tcase_create ("core");
  SRunner *runner = srunner_create (suite);
  int failed;

  tcase_add_test (core, counts);
  tcase_add_test (core, opens);
  tcase_add_test (core, closes);
  suite_add_tcase (suite, core);
  srunner_run_all (runner, CK_NORMAL);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
