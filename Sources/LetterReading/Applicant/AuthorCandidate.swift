// SPDX-License-Identifier: Apache-2.0

/// A name that may be the author's, and how much speaks for it.
struct AuthorCandidate: Sendable {
    let mention: NameMention
    let block: Range<Int>
    let score: Int
    let reason: String

    /// The same surname, and no other given name.
    func isOfSamePerson(as other: AuthorCandidate) -> Bool {
        guard let surname = mention.name.surname, surname == other.mention.name.surname else { return false }
        let (one, another) = (mention.name.given, other.mention.name.given)
        return one == nil || another == nil || one == another
    }
}
