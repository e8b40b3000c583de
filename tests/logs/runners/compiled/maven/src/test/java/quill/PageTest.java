package quill;

import static org.junit.Assert.assertEquals;

import org.junit.Ignore;
import org.junit.Test;

public class PageTest {
    @Test
    public void countsNone() {
        assertEquals(0, Page.count(0));
    }

    @Test
    public void countsTheLastOne() {
        assertEquals("89 lines", 3, Page.count(89));
    }

    @Test
    public void opens() {
        if (Page.count(89) == 2) {
            throw new IllegalStateException("no such page");
        }
    }

    @Test(expected = IllegalStateException.class)
    public void refuses() {
        throw new IllegalStateException("error: torn");
    }

    @Ignore
    @Test
    public void burns() {
        throw new IllegalStateException("burnt");
    }
}
