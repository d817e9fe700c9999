// SPDX-License-Identifier: Apache-2.0

/// The forms of a Ukrainian surname in the cases a resolution uses.
struct SurnameForms: Hashable, Sendable {
    let nominative: String
    /// All cases, the nominative among them.
    let all: Set<String>
    let dative: Set<String>

    /// - Parameter isMale: nil where it is not known; then both patterns hold.
    init(_ nominative: String, isMale: Bool?) {
        self.nominative = nominative
        var dative: Set<String> = []
        var all: Set<String> = [nominative]
        if isMale != false {
            let forms = Self.male(nominative)
            dative.formUnion(forms.dative)
            all.formUnion(forms.dative + forms.others)
        }
        if isMale != true {
            let forms = Self.female(nominative)
            dative.formUnion(forms.dative)
            all.formUnion(forms.dative + forms.others)
        }
        self.dative = dative
        self.all = all
    }

    private typealias Forms = (dative: [String], others: [String])

    /// Endings, the longer first: what is cut off, then the endings of the dative and of the other cases.
    private static let maleEndings: [(cut: String, dative: [String], others: [String])] = [
        ("ий", ["ому"], ["ого", "им"]), ("ій", ["ію", "ієві", "ьому"], ["ія", "ього", "ім"]),
        ("лець", ["льцю", "льцеві"], ["льця", "льцем"]), ("ець", ["цю", "цеві"], ["ця", "цем"]),
        ("ь", ["ю", "еві"], ["я", "ем"]),
        ("й", ["ю", "єві"], ["я", "єм"]), ("о", ["у", "ові"], ["а", "ом"]), ("ка", ["ці"], ["ки", "ку", "кою"]),
        ("га", ["зі"], ["ги", "гу", "гою"]), ("ха", ["сі"], ["хи", "ху", "хою"]), ("а", ["і"], ["и", "у", "ою"]),
        ("я", ["і", "ї"], ["і", "ю", "ею", "єю"]),
    ]
    private static let femaleEndings: [(cut: String, dative: [String], others: [String])] = [
        ("ська", ["ській"], ["ської", "ську", "ською"]), ("цька", ["цькій"], ["цької", "цьку", "цькою"]),
        ("ова", ["овій"], ["ової", "ову", "овою"]), ("єва", ["євій"], ["євої", "єву", "євою"]),
        ("ева", ["евій"], ["евої", "еву", "евою"]),
        ("іна", ["іній"], ["іної", "іну", "іною"]), ("їна", ["їній"], ["їної", "їну", "їною"]),
        ("ка", ["ці"], ["ки", "ку", "кою"]),
        ("га", ["зі"], ["ги", "гу", "гою"]), ("ха", ["сі"], ["хи", "ху", "хою"]), ("а", ["і", "ій"], ["и", "у", "ою", "ої"]),
        ("я", ["і", "ї", "ій"], ["і", "ю", "ею", "єю", "ьої"]),
    ]

    private static func male(_ name: String) -> Forms {
        if let forms = forms(name, maleEndings) { return forms }
        guard let last = name.last, !"еєиіїоуюєэ".contains(last) else { return ([], []) }
        return (["у", "ові", "еві"].map { name + $0 }, ["а", "ом", "ем", "им"].map { name + $0 })
    }

    /// Women's surnames that end in a consonant or in -о do not change.
    private static func female(_ name: String) -> Forms { forms(name, femaleEndings) ?? ([name], []) }

    private static func forms(_ name: String, _ endings: [(cut: String, dative: [String], others: [String])]) -> Forms? {
        guard let row = endings.first(where: { name.hasSuffix($0.cut) }) else { return nil }
        let stem = name.dropLast(row.cut.count)
        return (row.dative.map { stem + $0 }, row.others.map { stem + $0 })
    }
}
