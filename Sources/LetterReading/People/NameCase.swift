// SPDX-License-Identifier: Apache-2.0

/// The cases a form of a name may stand in: applicants are named in the nominative or the genitive («від Гаврик Ніни»), addressees in
/// the dative.
struct NameCase: OptionSet, Hashable, Sendable {
    let rawValue: UInt8

    static let nominative = NameCase(rawValue: 1)
    /// Also the accusative of men's names.
    static let genitive = NameCase(rawValue: 2)
    static let dative = NameCase(rawValue: 4)
    /// Accusative of women's names, instrumental, vocative.
    static let other = NameCase(rawValue: 8)
}
