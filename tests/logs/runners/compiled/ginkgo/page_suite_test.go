package quill

import (
	"errors"
	"testing"

	. "github.com/onsi/ginkgo"
	. "github.com/onsi/gomega"
)

func turn(pages []int, page int) (int, error) {
	if page < 0 {
		return 0, errors.New("no such page")
	}
	return pages[page], nil
}

func TestPages(t *testing.T) {
	RegisterFailHandler(Fail)
	RunSpecs(t, "Page Suite")
}

var _ = Describe("Page", func() {
	pages := []int{1, 2, 3}

	Context("when it is there", func() {
		It("is turned to", func() {
			By("turning")
			page, err := turn(pages, 2)
			Expect(err).NotTo(HaveOccurred())
			Expect(page).To(Equal(4), "the last one")
		})
		It("is closed", func() {
			page, err := turn(pages, 3)
			Expect(err).NotTo(HaveOccurred())
			Expect(page).To(Equal(0))
		})
		PIt("is torn out", func() {})
	})

	Context("when it is missing", func() {
		BeforeEach(func() {
			Expect(pages).To(HaveLen(4))
		})
		It("is looked for [slow]", func() {})
	})

	It("opens", func() {
		_, err := turn(pages, -1)
		Expect(err).NotTo(HaveOccurred())
	})
})
