/**
 * Words of names of columns in Spanish, Portuguese, French, Italian, German, Polish and Turkish, as the English ones that
 * proposals know. Only what means one thing in tables of sales; `data` is a day in three of them, and nothing in English.
 */
// biome-ignore format: word lists read best filled
const lists: Readonly<Record<string, string>> = {
  sales: "venda vendas venta ventas vente ventes vendita vendite verkauf sprzedaż sprzedaz satış satis",
  time: "hora heure uhrzeit godzina saat",
  order: "pedido ordine commande bestellung auftrag zamówienie zamowienie sipariş siparis encomenda orden",
  orders: "pedidos ordini commandes bestellungen zamówienia zamowienia",
  client: "cliente client kunde klient klienta müşteri musteri comprador acheteur nabywca",
  clients: "clientes clienti kunden klienci",
  product: "producto produto produit prodotto produkt produktu ürün urun artículo articulo artigo articolo towar towaru malzeme",
  products: "productos produtos produits prodotti produkte articulos",
  quantity: "cantidad quantidade quantité quantite quantità quantita menge anzahl ilość ilosc miktar adet qtd qtde",
  price: "precio preço preco prix prezzo preis einzelpreis cena fiyat fiyatı fiyati",
  amount: "importe montant importo betrag tutar tutarı tutari kwota monto valor wartość wartosc wert",
  total: "toplam totale gesamt łącznie lacznie razem",
  revenue: "receita faturamento umsatz ciro hasılat utarg przychód przychod obrót recaudación facturación ricavo fatturato",
  date: "fecha datum tarih tarihi",
  name: "nombre nome nom nazwa adı adi bezeichnung",
  invoice: "factura fatura facture fattura rechnung faktura faktury",
  invoices: "facturas faturas factures fatture rechnungen",
  payment: "pago pagamento paiement zahlung płatność platnosc ödeme odeme",
  payments: "pagos pagamentos paiements pagamenti zahlungen",
  seller: "vendedor vendeur venditore verkäufer verkaufer sprzedawca satıcı satici",
  city: "ciudad cidade ville città citta stadt miasto şehir sehir",
  country: "país pais pays paese kraj ülke ulke",
  region: "región região regiao regione bölge bolge województwo wojewodztwo provincia estado bundesland",
  category: "categoría categoria catégorie categorie kategorie kategoria kategori",
  phone: "teléfono telefone téléphone telefono telefon",
  status: "estatus statut stato durum stav stan",
  discount: "descuento desconto remise sconto rabatt rabat indirim iskonto",
  currency: "moneda moeda devise valuta währung waehrung waluta",
  number: "número numero numéro nummer nr numer núm num",
  code: "código codigo",
  unit: "unitario unitário unitaire unitario jednostkowa birim",
  due: "vencimiento vencimento échéance echeance scadenza fälligkeit vade termin",
};

const small = new Set("de da do del della dello des du di d la le el von der des do na der die das".split(" "));

const translations = new Map(
  Object.entries(lists).flatMap(([english, words]) => words.split(" ").map((word) => [word, english] as const)),
);

/** Writes a name with the words known here in English; undefined where it has none. `Fecha del pedido` is `date order`. */
export function translateWords(plain: string): string | undefined {
  const words = plain.split(" ");
  const found = words.map((word) => translations.get(word));
  const isDay =
    words.includes("data") && words.every((word, place) => word === "data" || small.has(word) || found[place]);
  if (!isDay && found.every((word) => word === undefined)) return undefined;
  const english = words.map((word, place) => (isDay && word === "data" ? "date" : (found[place] ?? word)));
  const kept = english.filter((word) => !small.has(word));
  const [first, ...others] = kept;
  const isTurned = first !== undefined && others.length === 1 && heads.has(first) && others[0] !== "time";
  return (isTurned ? [...others, first] : kept).join(" ");
}

/** Words that stand before what they are of in these languages, and behind it in English. */
const heads: ReadonlySet<string> = new Set(["date", "name", "number", "id", "price", "amount", "status"]);
