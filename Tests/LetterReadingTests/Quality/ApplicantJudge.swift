// SPDX-License-Identifier: Apache-2.0

/// Judges the applicant, particular by particular; one the clerk left out is one the letter does not give.
struct ApplicantJudge {
    let letter: String
    let tolerated: Tolerance

    func judge(_ expected: CardReading.Applicant?, _ found: CardReading.Applicant?) -> [Judgement] {
        let open = Set(tolerated.applicant ?? [])
        func one(
            _ field: Judgement.Field, _ key: String, _ wanted: String?, _ got: String?, _ others: [String]? = nil,
            _ agree: (String, String) -> Bool
        ) -> Judgement? {
            let isOther = got.map { value in (others ?? []).contains { agree($0, value) } } ?? false
            return Judgement(
                letter, field, expected: wanted, found: got, isTolerated: open.contains(key) || isOther, agree)
        }
        return [
            one(.applicantName, "name", expected?.name, found?.name, tolerated.applicantName, isSameName),
            one(.applicantAddress, "address", expected?.address, found?.address, tolerated.address, isSameAddress),
            one(.applicantPhone, "phone", expected?.phone, found?.phone, tolerated.phone) {
                FoldedText.phone($0) == FoldedText.phone($1)
            },
            one(.applicantEmail, "email", expected?.email, found?.email) { $0.lowercased() == $1.lowercased() },
            one(.applicantCategory, "category", expected?.category, found?.category, tolerated.category) {
                FoldedText.overlap(of: FoldedText.contentWords($0), in: FoldedText.contentWords($1)) >= 0.6
            },
            one(
                .applicantSignatories, "signatories", expected?.signatories.map(String.init), found?.signatories.map(String.init),
                nil, ==),
        ].compactMap(\.self)
    }

    /// Of a person every name and initial, in any order, and no name beside what the clerk's line has; what the clerk put in
    /// brackets or after «в інтересах», «та інші» may be there or not. Of an organization as an office is compared.
    private func isSameName(_ expected: String, _ found: String) -> Bool {
        if expected.contains("«") {
            return FoldedText.overlap(of: FoldedText.contentWords(core(of: expected)), in: FoldedText.contentWords(found)) >= 0.6
        }
        let (wanted, all, got) = (FoldedText.words(core(of: expected)), FoldedText.words(expected), FoldedText.words(found))
        return Set(wanted).isSubset(of: got) && Set(got).isSubset(of: Set(all).union(Self.roles))
    }

    private func core(of name: String) -> String {
        var core = name
        for end in ["(", "в інтересах", "та інші"] {
            if let range = core.firstRange(of: end) { core = String(core[..<range.lowerBound]) }
        }
        return core
    }

    private static let roles: Set<String> = ["адвокат", "представник", "представниця", "в", "інтересах", "та", "інші"]

    /// The same numbers, and all names of the clerk's; the words for street, house and town say nothing.
    private func isSameAddress(_ expected: String, _ found: String) -> Bool {
        let (wanted, got) = (FoldedText.words(expected), FoldedText.words(found))
        let names = wanted.filter { $0.count > 3 && !$0.contains(where: \.isNumber) && !Self.types.contains($0) }
        return numbers(wanted) == numbers(got) && names.allSatisfy { name in got.contains { FoldedText.sameStem(name, $0) } }
    }

    private func numbers(_ words: [String]) -> Set<String> { Set(words.filter { $0.contains(where: \.isNumber) }) }

    private static let types: Set<String> = [
        "місто", "вулиця", "вулиці", "будинок", "буд", "квартира", "просп", "проспект", "бульв", "бульвар", "пров", "провулок",
        "область", "район", "кімн", "кімната", "корп",
    ]
}
