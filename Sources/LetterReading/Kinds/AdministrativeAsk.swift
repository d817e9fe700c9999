// SPDX-License-Identifier: Apache-2.0

/// «Присвоїти поштову адресу», «призначити мені державну соціальну допомогу»: an act on one person's case, with words between the verb
/// and the thing that no phrase can foresee.
enum AdministrativeAsk {
    /// From the verb to the thing, in order.
    static func places(in text: NormalizedText, _ range: Range<Int>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        for index in range {
            guard let act = verbs.meaning(of: text.tokens[index], in: text) else { continue }
            let behind = (index + 1..<min(range.upperBound, index + 1 + reach)).prefix { text.tokens[$0].kind == .word }
            if let thing = behind.first(where: { things.meaning(of: text.tokens[$0], in: text)?.contains(act) == true }) {
                found.append(index..<thing + 1)
            }
        }
        return found
    }

    private enum Act { case assign, appoint, register }
    private static let verbs = StemTable<Act>([
        ("присвоїти присвоєння присвойте", .assign), ("призначити призначте", .appoint),
        ("зареєструвати зареєструйте", .register),
    ])
    private static let things = StemTable<Set<Act>>([
        ("адресу адреси", [.assign]), ("субсидію субсидії допомогу виплату компенсацію", [.appoint]),
        ("проживання", [.register]),
    ])
    /// Words from the verb to the thing.
    private static let reach = 5
}
