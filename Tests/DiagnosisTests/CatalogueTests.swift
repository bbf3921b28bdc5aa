import Diagnosis
import Testing

@Suite struct CatalogueTests {
  @Test func holdsEveryEntryOnce() {
    let ids = Catalogue.mistakes.map(\.id)
    #expect(ids.count == 44)
    #expect(Set(ids).count == 44)
  }
}
