import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('access', '__first__'),
        ('people', '0005_decider_covers'),
        ('places', '0002_kept_postcodes'),
    ]

    operations = [
        migrations.CreateModel(
            name='HelpOffer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='help_offers', to='people.person')),
            ],
            options={
                'indexes': [models.Index(fields=['council', 'person'], name='help_offer_by_person'), models.Index(fields=['council', 'by'], name='help_offer_by_writer')],
            },
        ),
        migrations.CreateModel(
            name='HelpOfferVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('number', models.PositiveIntegerField()),
                ('until', models.DateField(null=True)),
                ('withdrawn', models.BooleanField(default=False)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('offer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='versions', to='people.helpoffer')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('offer', 'number'), name='help_offer_version_once'), models.UniqueConstraint(condition=models.Q(('withdrawn', True)), fields=('offer',), name='help_offer_withdrawn_once')],
            },
        ),
        migrations.CreateModel(
            name='HelpOfferWords',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('what', models.TextField()),
                ('days', models.CharField(max_length=200)),
                ('limits', models.TextField(blank=True)),
                ('language', models.CharField(choices=[('en', 'en'), ('cy', 'cy'), ('other', 'other')], max_length=24)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('help_version', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='said', to='people.helpofferversion')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('language__in', ['en', 'cy', 'other'])), name='help_offer_language')],
            },
        ),
    ]
