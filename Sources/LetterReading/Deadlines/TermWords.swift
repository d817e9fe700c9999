// SPDX-License-Identifier: Apache-2.0

import OfficeCalendar

/// Words and limits of written terms.
extension WrittenTerm {
    enum Half { case term(Term), word, oneAndHalf }

    /// Larger counts are no terms for an answer.
    static let maximumCount = 999
    static let longestBracket = 5

    static let units = StemTable<Unit>([
        ("день дня дні днів дней дн днях", .day), ("тиждень тижня тижні тижнів тиж недели неделю недель", .week),
        ("місяць місяця місяці місяців міс мес месяц месяца месяцев", .month), ("квартал кварталу квартала", .quarter),
        ("півріччя", .halfYear), ("рік року роки років года год-а лет", .year), ("доба доби добу діб суток сутки", .wholeDay),
        ("година години годину годин год часа часов час", .hour), ("декади декаду декада", .decade),
    ])
    static let shortened = StemTable<Bool>([("дн міс тиж год мес", true)])
    static let dayAdjectives = StemTable<Bool>([
        ("робочих робочі робочого робочий роб рабочих рабочие рабочего банківських банківські банківський операційних", true),
        (
            """
            календарних календарні календарного календарний кал календарных календарные повних повні повного астрономічних астрономічні
            """, false
        ),
    ])
    static let fillers = StemTable<Bool>([("найближч* наступних ближайш* щонайбільше максимум", true)])
    static let halves = StemTable<Half>([
        ("півроку полугода", .term(.months(6))), ("півмісяця півмісячний", .term(.calendarDays(15))), ("пів", .word),
        ("півтора півтори полтора полторы", .oneAndHalf),
    ])
    static let adjectives = StemTable<Unit>([
        ("денн* дневн* тиденн* хденн* иденн* тидневн* хдневн*", .day), ("тижнев* недельн*", .week), ("місячн* месячн*", .month),
        ("годинн* часов*", .hour), ("добов*", .wholeDay), ("річн*", .year), ("квартальн*", .quarter),
    ])
    /// «триденний», «двотижневий», «місячний»: the number and the unit in one word.
    static let compounds = StemTable<Term>(compoundRows)

    static let compoundRows: [(forms: String, meaning: Term)] = {
        let numbers: [(prefixes: [String], value: Int)] = [
            (["одно"], 1), (["дво", "двох", "двух"], 2), (["три", "трьох", "трех"], 3), (["чотири", "чотирьох", "четырех"], 4),
            (["п'яти", "пяти"], 5), (["шести"], 6), (["семи"], 7), (["восьми"], 8), (["дев'яти", "девяти"], 9), (["десяти"], 10),
            (["дванадцяти", "двенадцати"], 12), (["чотирнадцяти", "четырнадцати"], 14), (["п'ятнадцяти", "пятнадцати"], 15),
            (["двадцяти", "двадцати"], 20), (["двадцятип'яти"], 25), (["тридцяти", "тридцати"], 30), (["сорокап'яти"], 45),
            (["шістдесяти"], 60), (["дев'яносто"], 90), (["двадцятичотирьох", "двадцятичотири"], 24),
            (["сорокавосьми", "сорокавісьми"], 48), (["сімдесятидвох", "сімдесятидво"], 72),
        ]
        let units: [(stems: [String], unit: Unit)] = [
            (["денн*", "дневн*"], .day), (["тижнев*", "недельн*"], .week), (["місячн*", "месячн*"], .month),
            (["годинн*", "часов*"], .hour), (["добов*"], .wholeDay),
        ]
        var rows: [(forms: String, meaning: Term)] = [
            ("тижнев* недельн*", .calendarDays(7)), ("місячн* месячн*", .months(1)), ("квартальн*", .months(3)),
            ("піврічн*", .months(6)), ("добов* суточн*", .hours(24)), ("декадн*", .calendarDays(10)),
            ("річн* годичн*", .months(12)),
            ("півмісячн*", .calendarDays(15)),
        ]
        for number in numbers {
            for unit in units {
                let forms = number.prefixes.flatMap { prefix in unit.stems.map { prefix + $0 } }.joined(separator: " ")
                rows.append((forms, term(number.value, unit.unit, isWorking: false)))
            }
        }
        return rows
    }()
}
