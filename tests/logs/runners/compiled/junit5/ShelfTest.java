import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A shelf")
class ShelfTest {
    @Test
    void isLong() {
        assertEquals(3, 89 / 30, "89 lines");
    }

    @Nested
    class Open {
        @Test
        @DisplayName("has pages")
        void hasPages() {
            if (89 / 30 == 2) {
                throw new IllegalStateException("no such page");
            }
        }

        @Disabled
        @Test
        void burns() {
        }
    }
}
