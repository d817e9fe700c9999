// SPDX-License-Identifier: Apache-2.0

/// What a group of words does in a reply.
enum PhraseKind: Hashable, Sendable, CaseIterable {
    case approve, sign, accept
    /// What is approved, signed or accepted; changes nothing in the meaning.
    case object
    case courtesy
    case greeting
    case closing
    case sendBack
    case extend
    case sendOut
}

/// The words the grammar knows. A word it does not know makes no decision.
enum Phrases {
    private static let lists: [PhraseKind: String] = [
        .approve: """
        погоджую погоджую; погоджую; погоджено; погодженно; погоджуюсь; погоджуюся; погоджуємо; погоджуємось; погоджуємося; погодив; \
        погодила; не заперечую; не заперечуємо; заперечень немає; заперечень нема; заперечень не маю; немає заперечень; \
        нема заперечень; не маю заперечень; не маю зауважень; зауважень немає; зауважень нема; зауважень не маю; \
        немає зауважень; нема зауважень; без зауважень; без заперечень; зауваження відсутні; зауважень та заперечень немає; \
        згоден; згодна; згідний; згідна; візую; завізовано; согласовано; согласованно; согласовываю; согласую; согласен; \
        согласна; не возражаю; возражений нет; нет возражений; замечаний нет; нет замечаний; без замечаний; approve; \
        approved; approved by me; agree; agreed; i approve; no objection; no objections; no remarks; no comments
        """,
        .sign: "підписую; підписано; підписав; підписала; підписуємо; подписываю; подписано; подписал; sign; signed; i sign",
        .accept: """
        прийнято; приймаю; прийняв; прийняла; прийнято до виконання; приймаю до виконання; прийнято в роботу; прийнято до роботи; прийнято до опрацювання; \
        прийнято у роботу; взято в роботу; взято у роботу; взяв у роботу; взяла в роботу; беру в роботу; беру у роботу; \
        взяла у роботу; взяв в роботу; принято; принято в работу; принимаю; принято к исполнению; беру в работу; accepted; accept; i accept
        """,
        .object: """
        я; ми; цей; цю; це; даний; дану; проєкт; проект; проєкту; проекту; проекта; лист; листа; відповідь; відповіді; документ; \
        документа; текст; тексту; завдання; доручення; повністю; цілком; так; проєкт листа; до виконання; вказаний; запропонований; запропоновану редакцію; в запропонованій редакції; у запропонованій редакції; в поданій редакції; у поданій редакції; \
            у цій редакції; в цій редакції; зі свого боку; \
        зі своєї сторони; з мого боку; в роботу; у роботу; письмо; ответ; i; we; it; the; this; draft; letter; document; answer; task; of; \
        fully; hereby; yes
        """,
        .courtesy: """
        дякую; щиро дякую; дуже дякую; дякую вам; дякую за роботу; дякую за підготовку; спасибі; спасибо; гарного дня; \
        гарного вечора; хорошого дня; хорошого вечора; гарних вихідних; всього найкращого; усього найкращого; на все добре; \
        усього доброго; всього доброго; будь ласка; ок; ok; все добре; усе добре; все гаразд; ознайомився; ознайомилась; ознайомилася; ознайомлений; ознайомлена; переглянув; \
            переглянула; прочитав; прочитала; прошу вибачення за затримку; вибачте за затримку; перепрошую за затримку; looks good; добре; гаразд; слава україні; thanks; many thanks; thank you; have a nice day
        """,
        .greeting: """
        доброго дня; добрий день; доброго ранку; добрий ранок; добрий вечір; доброго вечора; добридень; вітаю; вітання; \
        привіт; здрастуйте; здравствуйте; добрый день; доброе утро; добрый вечер; доброго дня колеги; колеги; шановні колеги; \
        шановні; шановний; шановна; пане; пані; всім доброго дня; усім доброго дня; уважаемые коллеги; доброго времени суток; \
        доброго здоров'я; dear; dear colleagues; hello; hi; good morning; good day; good afternoon
        """,
        .closing: """
        з повагою; з пошаною; з найкращими побажаннями; з вдячністю; із повагою; щиро ваш; щиро ваша; с уважением; \
        з повагою та найкращими побажаннями; best regards; kind regards; with best regards; with kind regards; regards; \
        best wishes; yours sincerely; sincerely; yours faithfully; best; br; thanks and regards; cheers
        """,
        .sendBack: """
        повертаю; повертаємо; повертаю на доопрацювання; повернути на доопрацювання; на доопрацювання; повертаю без погодження; \
        повернуто; не погоджую; не погоджено; не погоджуюсь; не погоджуюся; не погоджуємо; не можу погодити; погодити не можу; \
        відхиляю; відхилено; заперечую; не згоден; не згодна; не підписую; не можу підписати; повертаю без підпису; повертаю із зауваженням; повертаю із зауваженнями; повертаю з зауваженням; повертаю з зауваженнями; \
        відмовляю в підписанні; возвращаю; возвращаю на доработку; на доработку; не согласен; не согласна; не согласовано; \
        не согласовываю; отклоняю; return; returned; reject; rejected; not approved; not agreed; i do not approve; \
        i don't approve; do not approve; i disagree; i return; i reject; not signed; i do not sign
        """,
        .sendOut: """
        надіслати; надішліть; надсилаю; надсилайте; відправити; відправляю; відправте; відправляйте; зареєструвати та надіслати; \
        зареєструвати і надіслати; зареєструвати й надіслати; зареєструвати та відправити; до відправлення; на відправку; \
        отправить; отправляю; отправляйте; send; send it; send out; register and send; i send
        """,
        .extend: """
        прошу продовжити; прошу подовжити; прошу продовження; прошу продовжити строк; прошу перенести строк; \
        прошу перенести термін; прошу змінити строк; прошу дозволити продовжити; необхідно продовжити строк; \
        потрібно продовжити строк; прошу продлить; прошу продовжити термін; please extend; please prolong; i ask to extend; \
        request to extend; request an extension
        """,
    ]

    /// By the first word, the longest first.
    private static let byFirstWord: [String: [(words: [String], kind: PhraseKind)]] = {
        var table: [String: [(words: [String], kind: PhraseKind)]] = [:]
        for kind in PhraseKind.allCases {
            for phrase in (lists[kind] ?? "").split(separator: ";") {
                let words = phrase.split(separator: " ").map { Folding.folded(String($0)) }
                table[words.first ?? "", default: []].append((words, kind))
            }
        }
        return table.mapValues { $0.sorted { $0.words.count > $1.words.count } }
    }()

    /// The longest phrase that begins at a word, among the kinds asked for.
    static func match(_ words: ArraySlice<String>, among kinds: Set<PhraseKind>) -> (kind: PhraseKind, count: Int)? {
        guard let first = words.first, let phrases = byFirstWord[first] else { return nil }
        for phrase in phrases where kinds.contains(phrase.kind) && words.starts(with: phrase.words) {
            return (phrase.kind, phrase.words.count)
        }
        return nil
    }
}
