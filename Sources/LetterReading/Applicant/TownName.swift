// SPDX-License-Identifier: Apache-2.0

/// The name of a town in the nominative.
enum TownName {
    /// «Калинівську» is Калинівськ, «Вербівці» Вербівка; nil where the ending fits several names or none.
    static func nominative(ofLocative word: String) -> String? {
        for (locative, nominative) in endings where word.ends(with: locative) && word.count > locative.count + 1 {
            return word.dropLast(locative.count) + nominative
        }
        return nil
    }

    private static let endings = [
        ("ську", "ськ"), ("цьку", "цьк"), ("ському", "ське"), ("цькому", "цьке"), ("граді", "град"), ("городі", "город"),
        ("ополі", "опіль"), ("єві", "їв"), ("аві", "ав"), ("ові", "ів"), ("івці", "івка"), ("ївці", "ївка"), ("инці", "инці"),
        ("івцях", "івці"),
        ("ині", "ин"), ("ному", "не"), ("вому", "ве"),
    ]
}
