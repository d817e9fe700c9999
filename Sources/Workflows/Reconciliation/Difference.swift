// SPDX-License-Identifier: Apache-2.0
package import Office

extension ReconciliationReport {
    /// Something that must not be so.
    package enum Difference: Hashable, Sendable {
        case unknownLetters(mailbox: String, count: Int)
        case unreachable(mailbox: String, reason: String)
        /// A letter, by its SHA-256.
        case damagedLetter(String)
        case damagedRegister(String)
        case missingNumber(journal: String, number: Int, year: Int)
        /// The entry of the event log at which its chain breaks.
        case changedLog(Int)

        /// The mailbox, or the part of the state folder.
        package func place(in language: Language = .english) -> String {
            switch (self, language) {
            case (.unknownLetters(let mailbox, _), .english), (.unreachable(let mailbox, _), .english): "mailbox \(mailbox)"
            case (.unknownLetters(let mailbox, _), .ukrainian), (.unreachable(let mailbox, _), .ukrainian):
                "скринька «\(mailbox)»"
            case (.damagedLetter, .english): "vault"
            case (.damagedLetter, .ukrainian): "сховище листів"
            case (.damagedRegister, .english): "register"
            case (.damagedRegister, .ukrainian): "база даних"
            case (.missingNumber(let journal, _, _), .english): "journal \(journal)"
            case (.missingNumber(let journal, _, _), .ukrainian): "журнал реєстрації \(journal)"
            case (.changedLog, .english): "event log"
            case (.changedLog, .ukrainian): "журнал подій"
            }
        }

        /// One sentence with what to do, without capital and full stop.
        package func words(in language: Language = .english) -> String {
            language == .ukrainian ? ukrainianWords : englishWords
        }

        private var englishWords: String {
            switch self {
            case .unknownLetters(_, let count):
                "\(count) letters are in the mailbox and not in the register; `chancery intake --once` takes them in"
            case .unreachable(_, let reason): "the mailbox could not be asked: \(reason)"
            case .damagedLetter(let digest):
                "letter \(digest) is missing or damaged; restore it from a backup or from the mailbox"
            case .damagedRegister(let complaint): "the database is damaged: \(complaint); restore the last backup"
            case .missingNumber(_, let number, let year): "number \(number) of \(year) has no card; tell the registrar"
            case .changedLog(let entry): "entry \(entry) does not follow from the one before: the log has been changed"
            }
        }

        private var ukrainianWords: String {
            switch self {
            case .unknownLetters(_, let count):
                "у скриньці є листи, яких немає в реєстрі (\(count)); їх забере `chancery intake --once`"
            case .unreachable(_, let reason): "скриньку не вдалося перевірити, повідомте адміністратора: \(reason)"
            case .damagedLetter(let digest):
                "лист \(digest) відсутній або пошкоджений; відновіть його з резервної копії або зі скриньки"
            case .damagedRegister(let complaint): "базу даних пошкоджено: \(complaint); відновіть останню резервну копію"
            case .missingNumber(_, let number, let year):
                "номер \(number) за \(year) рік не має картки; повідомте адміністратора"
            case .changedLog(let entry): "запис \(entry) не узгоджується з попереднім: журнал подій змінено"
            }
        }
    }
}
